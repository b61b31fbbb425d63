import { useTranslations } from "next-intl";
import { UserText } from "@/components/organisation/user-text";
import { Card } from "@/components/ui/surface";
import type { AnswerView } from "@/domain/call/schema";
import { AcceptedPart } from "./accepted-part";

/** The own answer, and what became of it. */
export function OwnAnswer({ answer, call }: { answer: AnswerView; call: string }) {
  const t = useTranslations("CallPage");
  return (
    <Card className="space-y-4">
      <p className="max-w-prose whitespace-pre-line wrap-anywhere"><UserText text={answer.text} locale={answer.locale} /></p>
      {answer.state === "open" ? <p className="text-muted">{t("waiting")}</p> : null}
      {answer.state === "declined" ? <p>{t("declined")}</p> : null}
      <AcceptedPart answer={answer} call={call} />
    </Card>
  );
}

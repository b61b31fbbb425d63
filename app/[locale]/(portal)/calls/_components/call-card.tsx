import { useTranslations } from "next-intl";
import { CallText } from "@/components/call/call-text";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { CallSummary } from "@/domain/call/schema";
import { Link } from "@/i18n/navigation";

/** A call in the list, with the way to its answers. */
export function CallCard({ call, timeZone }: { call: CallSummary; timeZone: string }) {
  const t = useTranslations("CallsPage");
  const name = call.organisation.name;
  return (
    <Card className="space-y-3">
      <h3 className="text-xl font-bold wrap-anywhere">{call.isOwn ? t("ownCall") : name}</h3>
      <CallText call={call} timeZone={timeZone} />
      {call.isOwn ? <p>{t("answers", { answers: call.answers, open: call.open })}</p> : null}
      <p><Link href={`/calls/${call.id}`} className={buttonClass("secondary", "small")}>{t("open")}<span className="sr-only">: {call.text.slice(0, 60)}</span></Link></p>
    </Card>
  );
}

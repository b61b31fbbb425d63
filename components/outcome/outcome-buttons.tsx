import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Form, type FormAction } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { type Outcome, outcomes } from "@/domain/outcome/schema";

type Props = {
  event: string;
  meeting: { id: string; partner: { name: string } };
  chosen: Outcome | null;
  /** The page that the reader comes back to. */
  from: "agenda" | "outcomes";
  action: FormAction;
};

/** What came of a meeting, with one tap; another tap changes it. */
export function OutcomeButtons({ event, meeting, chosen, from, action }: Props) {
  const t = useTranslations("OutcomeButtons");
  const { name } = meeting.partner;
  return (
    <Form action={action} label={t("label", { name })} className="space-y-2">
      {Object.entries({ event, meeting: meeting.id, from }).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
      <p className="font-semibold">{t("question")}</p>
      <div className="flex flex-wrap gap-2">
        {outcomes.map((outcome) => (
          <SubmitButton key={outcome} name="outcome" value={outcome} size="small" look={outcome === chosen ? "primary" : "secondary"} aria-pressed={outcome === chosen}>
            {outcome === chosen ? <Check aria-hidden="true" className="size-4" /> : null}
            {t(outcome)}
            <span className="sr-only">{t("of", { name })}</span>
          </SubmitButton>
        ))}
      </div>
    </Form>
  );
}

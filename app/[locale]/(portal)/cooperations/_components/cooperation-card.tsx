import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { UserText } from "@/components/organisation/user-text";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Card } from "@/components/ui/surface";
import { maySetStage } from "@/domain/cooperation/rules";
import { type CooperationView, stages } from "@/domain/cooperation/schema";
import { formatShortDay } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { answerAction, removeAction, stageAction } from "../actions";

type Props = { cooperation: CooperationView; timeZone: string };

/** One cooperation: with whom, about what, who says so, and how far it is. */
export function CooperationCard({ cooperation, timeZone }: Props) {
  const t = useTranslations("CooperationsPage");
  const tStages = useTranslations("CooperationStages");
  const locale = useLocale();
  const { id, partner, isConfirmed, isAuthor } = cooperation;
  const { name } = partner;
  return (
    <Card id={`cooperation-${id}`} className="scroll-mt-6 space-y-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-xl font-bold wrap-anywhere">
          <Link href={`/partners/${partner.slug}`} prefetch={false} className="underline">{name}</Link>
        </h2>
        <Badge tone={isConfirmed ? "success" : "neutral"}>{isConfirmed ? t("bothSides") : t("oneSide")}</Badge>
      </div>
      <p className="wrap-anywhere"><UserText text={cooperation.subject} locale={cooperation.subjectLocale} /></p>
      <p className="text-muted">{t("since", { day: formatShortDay(cooperation.createdAt, locale, timeZone) })} {standingOf(cooperation, t)}</p>
      {maySetStage(cooperation) ? <StageForm cooperation={cooperation} timeZone={timeZone} /> : <p>{t("stageIs", { stage: tStages(cooperation.stage) })}</p>}
      <div className="flex flex-wrap gap-3">
        {isAuthor || isConfirmed ? null : <ActionButton action={answerAction} fields={{ cooperation: id, answer: "yes" }} look="primary" label={t("confirmLabel", { name })}>{t("confirm")}</ActionButton>}
        {isAuthor || isConfirmed === false ? null : <ActionButton action={answerAction} fields={{ cooperation: id, answer: "no" }} label={t("denyLabel", { name })}>{t("deny")}</ActionButton>}
        {isAuthor ? (
          <Disclosure summary={t("remove")} label={t("removeLabel", { name })} tone="danger">
            <p className="mb-3">{t("removeText")}</p>
            <ActionButton action={removeAction} fields={{ cooperation: id }} look="danger" label={`${t("removeSubmit")}: ${name}`}>{t("removeSubmit")}</ActionButton>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}

type Translator = ReturnType<typeof useTranslations<"CooperationsPage">>;

/** Who says so, in a sentence. */
function standingOf({ isAuthor, isConfirmed, partner: { name } }: CooperationView, t: Translator): string {
  if (isConfirmed) return t("confirmed");
  if (isConfirmed === false) return t(isAuthor ? "deniedByThem" : "deniedByYou", { name });
  return t(isAuthor ? "openForThem" : "openForYou", { name });
}

function StageForm({ cooperation: { id, stage, stageAt, partner }, timeZone }: Props) {
  const t = useTranslations("CooperationsPage");
  const tStages = useTranslations("CooperationStages");
  const locale = useLocale();
  return (
    <Form action={stageAction} label={t("stageLabel", { name: partner.name })} className="space-y-2">
      <input type="hidden" name="cooperation" value={id} />
      <p className="font-semibold">{t("stage")} <span className="font-normal text-muted">{t("stageAt", { day: formatShortDay(stageAt, locale, timeZone) })}</span></p>
      <div className="flex flex-wrap gap-2">
        {stages.map((one) => (
          <SubmitButton key={one} name="stage" value={one} size="small" look={one === stage ? "primary" : "secondary"} aria-pressed={one === stage}>
            {one === stage ? <Check aria-hidden="true" className="size-4" /> : null}
            {tStages(one)}
            <span className="sr-only">{t("with", { name: partner.name })}</span>
          </SubmitButton>
        ))}
      </div>
    </Form>
  );
}

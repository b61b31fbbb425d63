import { Wand2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ChoiceGroup, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { DraftView } from "@/domain/schedule/queries/get-draft";
import { fairnessChoices, type RunInfo, runSeconds } from "@/domain/schedule/schema";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { startAction } from "../actions";

/** Has all meetings placed as well as it can be done; or leads to the run that does it, and to the one that has done it. */
export function OptimiseCard({ data: { event, isReleased, runs } }: { data: DraftView }) {
  const t = useTranslations("OptimiseCard");
  const latest = runs[0];
  const isOpen = latest?.finishedAt === null;
  return (
    <Card className="mb-8">
      <h2 className="text-2xl font-bold">{t("title")}</h2>
      <p className="mt-2 max-w-3xl text-muted">{t("intro")}</p>
      <div className="mt-5 space-y-5">
        {latest ? <Latest run={latest} slug={event.slug} timeZone={event.timeZone} /> : null}
        {isOpen ? null : <Settings slug={event.slug} kept={isReleased ? "placed" : "locked"} />}
        <Link href={`/moderation/${event.slug}/schedule/compare`} prefetch={false} className="inline-block font-semibold underline">{t("compare")}</Link>
      </div>
    </Card>
  );
}

/** The run that works, or one that waits for a decision. */
function Latest({ run, slug, timeZone }: { run: RunInfo; slug: string; timeZone: string }) {
  const t = useTranslations("OptimiseCard");
  const locale = useLocale();
  const address = `/moderation/${slug}/schedule/runs/${run.id}`;
  if (run.finishedAt === null) {
    return (
      <Alert tone="primary" title={t("running")}>
        <Link href={address} prefetch={false} className={`${buttonClass("secondary", "small")} mt-3`}>{t("toRun")}</Link>
      </Alert>
    );
  }
  if (!run.hasAnswer || run.acceptedAt) return null;
  return (
    <Alert tone="primary" title={t("waiting", { when: formatInstant(run.finishedAt, locale, timeZone) })}>
      <Link href={address} prefetch={false} className={`${buttonClass("secondary", "small")} mt-3`}>{t("toResult")}</Link>
    </Alert>
  );
}

function Settings({ slug, kept }: { slug: string; kept: "placed" | "locked" }) {
  const t = useTranslations("OptimiseCard");
  return (
    <Form action={startAction} className="space-y-5" label={t("title")}>
      <input type="hidden" name="event" value={slug} />
      <div className="grid items-start gap-5 lg:grid-cols-3">
        <SelectField
          name="seconds"
          label={t("seconds")}
          defaultValue="30"
          options={runSeconds.map((seconds) => ({ value: String(seconds), label: t(`seconds${seconds}`) }))}
        />
        <SelectField
          name="fairness"
          label={t("fairness")}
          defaultValue="none"
          options={fairnessChoices.map((choice) => ({ value: choice, label: t(choice === "none" ? "fairnessNone" : `fairness${choice}`) }))}
        />
        <ChoiceGroup
          name="kept"
          label={t("kept")}
          isSingle
          defaultValue={[kept]}
          options={[{ value: "locked", label: t("keptLocked") }, { value: "placed", label: t("keptPlaced") }]}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <SubmitButton><Wand2 aria-hidden="true" className="size-5" />{t("submit")}</SubmitButton>
        <p className="text-sm text-muted">{t("secondsHint")}</p>
      </div>
    </Form>
  );
}

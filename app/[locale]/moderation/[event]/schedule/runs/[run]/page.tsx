import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Alert, Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Container, PageHeader } from "@/components/ui/surface";
import { getRun, type RunView } from "@/domain/schedule/queries/get-run";
import { runKeySchema } from "@/domain/run/schema";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { RunProgress } from "./_components/run-progress";
import { RunResult } from "./_components/run-result";

type Props = { params: Promise<{ event: string; run: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("RunPage");
  return { title: t("titleShort") };
}

export default async function RunPage({ params }: Props) {
  const [key, locale, actor, t] = await Promise.all([params, getLocale(), getActor(), getTranslations("RunPage")]);
  if (!runKeySchema.safeParse(key).success) notFound();
  const view = await readPage(getRun(actor, key.event, key.run, locale));
  const { event, run } = view;
  const action = <Link href={`/moderation/${event.slug}/schedule`} className={buttonClass("secondary", "small")}>{t("toSchedule")}</Link>;
  return (
    <Container wide>
      <PageHeader title={t("title", { when: formatInstant(run.createdAt, locale, event.timeZone) })} intro={<About view={view} />} action={action} />
      <Body view={view} />
    </Container>
  );
}

/** Who asked for what, and how it stands. */
async function About({ view: { run } }: { view: RunView }) {
  const t = await getTranslations("RunPage");
  const { state, seconds, kept, fairness, askedBy } = run;
  const settings = t("settings", {
    seconds,
    kept: t(`kept.${kept}`),
    fairness: fairness === null ? t("fairnessNone") : t("fairness", { difference: fairness }),
  });
  return (
    <>
      <p role="status"><Badge tone={state === "failed" ? "danger" : "primary"}>{t(`state.${state}`)}</Badge></p>
      <p className="mt-2 text-base">{askedBy ? `${t("askedBy", { person: askedBy })} · ` : null}{settings}</p>
    </>
  );
}

async function Body({ view }: { view: RunView }) {
  const t = await getTranslations("RunPage");
  const { run, result } = view;
  if (run.finishedAt === null) return <RunProgress view={view} now={new Date()} />;
  if (result) return <RunResult view={view} result={result} />;
  return run.state === "failed"
    ? <Alert tone="danger" title={t("failedTitle")}>{t("failedText")}</Alert>
    : <Alert tone="neutral" title={t("emptyTitle")}>{t("emptyText")}</Alert>;
}

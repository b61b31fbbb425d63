import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { Alert, Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Container, PageHeader } from "@/components/ui/surface";
import { getPairingRun, type PairingView } from "@/domain/pairing/queries/get-pairings";
import { type ProposalFilter, proposalViewSchema } from "@/domain/pairing/schema";
import { runKeySchema } from "@/domain/run/schema";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { PairingProgress } from "./_components/pairing-progress";
import { PairingResult } from "./_components/pairing-result";

type Props = { params: Promise<{ event: string; run: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("PairingRun");
  return { title: t("titleShort") };
}

export default async function PairingRunPage({ params, searchParams }: Props) {
  const [key, query, locale, actor, t] = await Promise.all([params, searchParams, getLocale(), getActor(), getTranslations("PairingRun")]);
  if (!runKeySchema.safeParse(key).success) notFound();
  const filters = proposalViewSchema.parse(query);
  const view = await readPage(getPairingRun(actor, key, locale, filters));
  const { event, run } = view;
  const action = <Link href={`/moderation/${event.slug}/pairing/suggest`} className={buttonClass("secondary", "small")}>{t("toSearches")}</Link>;
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("title", { when: formatInstant(run.createdAt, locale, event.timeZone) })} intro={<About view={view} />} action={action} />
      <Body view={view} show={filters.show} />
    </Container>
  );
}

/** Who asked for what, and how it stands. */
async function About({ view: { run } }: { view: PairingView }) {
  const t = await getTranslations("PairingRun");
  const settings = t("settings", { least: run.least, most: run.most, reach: run.isAcross ? "across" : "any" });
  return (
    <>
      <p role="status"><Badge tone={run.state === "failed" ? "danger" : "primary"}>{t(`state.${run.state}`)}</Badge></p>
      <p className="mt-2 text-base">{run.askedBy ? `${t("askedBy", { person: run.askedBy })} · ` : null}{settings}</p>
    </>
  );
}

async function Body({ view, show }: { view: PairingView; show: ProposalFilter }) {
  const t = await getTranslations("PairingRun");
  const { run } = view;
  if (run.finishedAt === null) return <PairingProgress view={view} />;
  if (run.answer) return <PairingResult view={view} answer={run.answer} show={show} />;
  return run.state === "failed"
    ? <Alert tone="danger" title={t("failedTitle")}>{t("failedText")}</Alert>
    : <Alert tone="neutral" title={t("cancelledTitle")}>{t("cancelledText")}</Alert>;
}

import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { Pages } from "@/components/layout/pages";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { staffProgrammeIds } from "@/domain/admission/access";
import { countAdmissions, listAdmissions } from "@/domain/admission/queries";
import { type AdmissionState, admissionStates } from "@/domain/admission/schema";
import { pageSchema } from "@/domain/input";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { QueueEntryCard } from "./_components/queue-entry";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("ModerationOrganisations");
  return { title: t("title") };
}

export default async function OrganisationQueuePage({ searchParams }: Props) {
  const { state: wanted, page: wantedPage, notice } = await searchParams;
  const actor = await getActor();
  const programmes = await readPage(Promise.try(() => staffProgrammeIds(actor)));
  if (programmes.length === 0) notFound();
  const state = admissionStates.find((name) => name === wanted) ?? "pending";
  const page = pageSchema.parse(wantedPage);
  const [{ entries, pages }, counts] = await readPage(Promise.all([listAdmissions(actor, state, page), countAdmissions(actor)]));
  const t = await getTranslations("ModerationOrganisations");
  return (
    <Container wide>
      <Notice code={notice} />
      <PageHeader title={t("title")} intro={t("intro")} />
      <States current={state} counts={counts} />
      {entries.length === 0 ? <EmptyState title={t(`empty.${state}`)}>{t("emptyText")}</EmptyState> : null}
      <ul className="space-y-3">
        {entries.map((entry) => <li key={entry.id}><QueueEntryCard entry={entry} showsProgramme={programmes.length > 1} /></li>)}
      </ul>
      <Pages page={page} pages={pages} address={(number) => `/moderation/organisations?state=${state}&page=${number}`} />
    </Container>
  );
}

async function States({ current, counts }: { current: AdmissionState; counts: Record<AdmissionState, number> }) {
  const t = await getTranslations("ModerationOrganisations");
  return (
    <nav aria-label={t("nav")} className="mb-6 flex flex-wrap gap-2">
      {admissionStates.map((state) => (
        <Link
          key={state}
          href={`/moderation/organisations?state=${state}`}
          aria-current={state === current ? "true" : undefined}
          className={buttonClass(state === current ? "primary" : "secondary", "small")}
        >
          {t("withCount", { state: t(`state.${state}`), count: counts[state] })}
        </Link>
      ))}
    </nav>
  );
}

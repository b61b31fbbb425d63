import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";
import { Pages } from "@/components/layout/pages";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader, Section } from "@/components/ui/surface";
import { requireModerator } from "@/domain/event/access";
import { listSlots } from "@/domain/event/queries";
import { pageOf, pageSchema } from "@/domain/input";
import { getLastBulk } from "@/domain/registration/queries/get-bulk";
import { listRegistrations } from "@/domain/registration/queries/list-registrations";
import { canBeChosen } from "@/domain/registration/rules";
import type { RegistrationState } from "@/domain/registration/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { BulkForm } from "./_components/bulk-form";
import { BulkResult } from "./_components/bulk-result";
import { EndedList } from "./_components/ended-list";
import { ParticipantTable } from "./_components/participant-table";
import { QueueCard } from "./_components/queue-card";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Partial<Record<"notice" | "bulk" | "page" | "all", string | string[]>>> };

/** Registrations to decide on at once, on a page. */
const severalOnPage = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("RegistrationQueue");
  return { title: t("title") };
}

export default async function RegistrationsPage({ params, searchParams }: Props) {
  const [{ event: slug }, { notice, bulk: shown, page, all: ticked }, locale, actor] = await Promise.all([params, searchParams, getLocale(), getActor()]);
  const event = await readPage(requireModerator(actor, slug, locale));
  const [all, slots, bulk] = await Promise.all([readPage(listRegistrations(actor, slug)), listSlots(event.id), readPage(getLastBulk(actor, slug))]);
  const t = await getTranslations("RegistrationQueue");
  const of = (...states: RegistrationState[]) => all.filter(({ state }) => states.includes(state));
  const [pending, returned, approved, waiting, ended] = [of("pending"), of("returned"), of("approved"), of("waiting"), of("refused", "cancelled")];
  const several = pageOf(all.filter(({ state }) => canBeChosen(state)), severalOnPage, pageSchema.parse(page));
  const shared = { event: slug, slotCount: slots.length };
  return (
    <Container wide>
      <Notice code={notice} />
      <PageHeader
        title={t("title")}
        action={
          <div className="flex flex-wrap gap-2">
            <Link href={`/moderation/${slug}/registrations/import`} prefetch={false} className={buttonClass("secondary", "small")}>{t("import")}</Link>
            {/* A file, not a page: a plain link, which the browser follows by itself. */}
            <a href={`/${locale}/moderation/${slug}/registrations/export`} download className={buttonClass("secondary", "small")}>{t("export")}</a>
          </div>
        }
      />
      {bulk && (bulk.heldUntil || bulk.id === shown) ? <BulkResult event={event} bulk={bulk} /> : null}
      <Section title={t("pending", { count: pending.length })}>
        {pending.length === 0 ? <EmptyState title={t("pendingNone")} /> : null}
        <div className="space-y-5">{pending.map((row) => <QueueCard key={row.id} event={event} row={row} slotCount={slots.length} />)}</div>
      </Section>
      {returned.length > 0 ? (
        <Section title={t("returned", { count: returned.length })} intro={t("returnedIntro")}>
          <div className="space-y-5">{returned.map((row) => <QueueCard key={row.id} event={event} row={row} slotCount={slots.length} />)}</div>
        </Section>
      ) : null}
      {waiting.length > 0 ? (
        <Section title={t("waiting", { count: waiting.length })} intro={t("waitingIntro")}>
          <ParticipantTable label={t("waiting", { count: waiting.length })} rows={waiting} isNumbered {...shared} />
        </Section>
      ) : null}
      <div id="several">
        {several.shown.length > 0 ? (
          <Section title={t("several")} intro={t("severalIntro")}>
            <BulkForm event={event} rows={several.shown} formKey={randomUUID()} page={several.page} isAll={ticked === "1"} />
            <Pages page={several.page} pages={several.pageCount} address={(number) => `/moderation/${slug}/registrations?page=${number}#several`} />
          </Section>
        ) : null}
      </div>
      <Section title={t("approved", { count: approved.length })}>
        {approved.length > 0 ? <ParticipantTable label={t("approved", { count: approved.length })} rows={approved} {...shared} /> : <EmptyState title={t("approvedNone")} />}
      </Section>
      <EndedList rows={ended} />
    </Container>
  );
}

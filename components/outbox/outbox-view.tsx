import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form";
import { Pages } from "@/components/layout/pages";
import { Alert } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/surface";
import { outboxPath, outboxQuery } from "@/domain/outbox/rules";
import type { Outbox, OutboxFilters } from "@/domain/outbox/schema";
import { MailCard } from "./mail-card";
import { FilterForm, StateLinks } from "./outbox-filters";

type Props = { event?: string; outbox: Outbox; filters: OutboxFilters; resend: FormAction; resendDead: FormAction };

/** The mails of an event or a programme: how they stand, which could not be delivered, and the way to send them again. */
export function OutboxView({ event, outbox, filters, resend, resendDead }: Props) {
  const t = useTranslations("Outbox");
  const { entries, counts, pages } = outbox;
  return (
    <>
      {counts.dead > 0 ? (
        <div className="mb-6">
          <Alert tone="danger" title={t("dead", { count: counts.dead })}>
            <p className="mb-3">{t("deadText")}</p>
            <ActionButton action={resendDead} fields={event === undefined ? {} : { event }}>{t("resendDead", { count: counts.dead })}</ActionButton>
          </Alert>
        </div>
      ) : null}
      <StateLinks event={event} filters={filters} counts={counts} />
      <FilterForm event={event} filters={filters} />
      {entries.length === 0 ? <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState> : null}
      <ul className="space-y-3">
        {entries.map((entry) => <li key={entry.id}><MailCard entry={entry} event={event} action={resend} /></li>)}
      </ul>
      <Pages page={filters.page} pages={pages} address={(page) => `${outboxPath(event)}${outboxQuery(filters, { page })}`} />
    </>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { FilterSelect } from "@/components/directory/filter-select";
import { Button, buttonClass } from "@/components/ui/button";
import { mailStates, staffMailKinds } from "@/domain/mail/schema";
import { outboxPath, outboxQuery } from "@/domain/outbox/rules";
import type { Outbox, OutboxFilters } from "@/domain/outbox/schema";
import { getPathname, Link } from "@/i18n/navigation";

type Props = { event: string | undefined; filters: OutboxFilters; counts: Outbox["counts"] };

/** How many mails there are in each state, and the way to see only these. */
export function StateLinks({ event, filters, counts }: Props) {
  const t = useTranslations("Outbox");
  const tState = useTranslations("MailStates");
  const all = mailStates.reduce((sum, state) => sum + counts[state], 0);
  const links = [{ state: undefined, label: t("all"), count: all }, ...mailStates.map((state) => ({ state, label: tState(state), count: counts[state] }))];
  return (
    <nav aria-label={t("states")} className="mb-6 flex flex-wrap gap-2">
      {links.map(({ state, label, count }) => (
        <Link
          key={state ?? "all"}
          href={`${outboxPath(event)}${outboxQuery(filters, { state })}`}
          prefetch={false}
          aria-current={state === filters.state ? "true" : undefined}
          className={buttonClass(state === filters.state ? "primary" : "secondary", "small")}
        >
          {t("withCount", { state: label, count })}
        </Link>
      ))}
    </nav>
  );
}

/** By kind and by the recipient's address: a plain form whose result has an address of its own. */
export function FilterForm({ event, filters }: Omit<Props, "counts">) {
  const t = useTranslations("Outbox");
  const tKind = useTranslations("MailKinds");
  const action = getPathname({ href: outboxPath(event), locale: useLocale() });
  return (
    <form action={action} role="search" aria-label={t("searchLabel")} className="mb-6 grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
      {filters.state ? <input type="hidden" name="state" value={filters.state} /> : null}
      <div>
        <label htmlFor="outbox-to" className="mb-1 block font-semibold">{t("to")}</label>
        <input
          id="outbox-to"
          type="search"
          name="to"
          defaultValue={filters.to}
          maxLength={254}
          className="block min-h-11 w-full rounded-xl border border-line-strong bg-surface px-3 py-2"
        />
      </div>
      <FilterSelect name="kind" label={t("kind")} value={filters.kind} emptyLabel={t("anyKind")} options={staffMailKinds.map((kind) => ({ value: kind, label: tKind(kind) }))} />
      <div><Button look="secondary">{t("search")}</Button></div>
    </form>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { InboxGroup } from "@/domain/request/schema";

type Props = { group: InboxGroup; count: number; intro?: ReactNode; children: ReactNode };

/** One group of the inbox under its name. The introduction is shown where there is something to act on. */
export function InboxSection({ group, count, intro, children }: Props) {
  const t = useTranslations("Inbox");
  const empty = group === "past" ? null : t(`${group}Empty`);
  return (
    <section id={group} aria-labelledby={`${group}-title`} className="mt-10 scroll-mt-6">
      <h2 id={`${group}-title`} className="text-2xl font-bold">
        {t(group)} {count > 0 ? <span className="font-normal text-muted">({count})</span> : null}
      </h2>
      {intro && (count > 0 || group === "waiting") ? <div className="mt-3">{intro}</div> : null}
      <div className="mt-5">{count > 0 ? children : <p className="text-muted">{empty}</p>}</div>
    </section>
  );
}

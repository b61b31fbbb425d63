import { useTranslations } from "next-intl";
import { type InboxGroup, inboxGroups } from "@/domain/request/schema";

/** The groups that hold something, with their counts: a click leads down the page. */
export function GroupLinks({ counts }: { counts: Record<InboxGroup, number> }) {
  const t = useTranslations("Inbox");
  return (
    <nav aria-label={t("groups")} className="no-print">
      <ul className="flex flex-wrap gap-2">
        {inboxGroups.filter((group) => counts[group] > 0).map((group) => (
          <li key={group}>
            <a
              href={`#${group}`}
              className="inline-flex min-h-9 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 font-semibold no-underline hover:bg-primary-soft"
            >
              {t(group)}
              <span className="rounded-full bg-sunken px-2 text-sm">{counts[group]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

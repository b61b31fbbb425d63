import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";

/** The way to the notices, with how many are unread: in words for whoever hears the page. */
export function Bell({ unread }: { unread: number }) {
  const t = useTranslations("Header");
  return (
    <Link href="/notices" prefetch={false} aria-label={t("notices", { count: unread })} className="relative flex size-10 items-center justify-center rounded-full no-underline hover:bg-primary-soft hover:text-primary-strong">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 6H4s2-1 2-6" />
        <path d="M10 20a2 2 0 0 0 4 0" />
      </svg>
      {unread > 0 ? (
        <span aria-hidden="true" className="absolute top-0 right-0 min-w-5 rounded-full bg-primary px-1 text-center text-xs leading-5 font-bold text-on-primary">
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </Link>
  );
}

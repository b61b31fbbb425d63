import { useLocale, useTranslations } from "next-intl";
import { Logo } from "@/components/organisation/logo";
import type { Partner } from "@/domain/meeting/schema";
import { formatCountry } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

/** The other organisation: its picture, its name and where it is from. The name leads to its profile in the event. */
export function PartnerLine({ partner, event, level = 3 }: { partner: Partner; event: string; level?: 2 | 3 }) {
  const t = useTranslations("OrganisationType");
  const locale = useLocale();
  const Heading = `h${level}` as const;
  return (
    <div className="flex min-w-0 items-start gap-4">
      <Logo name={partner.name} src={partner.logo} />
      <div className="min-w-0">
        <Heading className="text-xl font-bold break-words">
          <Link href={`/events/${event}/partners/${partner.slug}`} prefetch={false} className="no-underline hover:underline">
            {partner.name}
          </Link>
        </Heading>
        <p className="text-muted">{t(partner.type)} · {formatCountry(partner.country, locale)}</p>
      </div>
    </div>
  );
}

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/surface";
import type { DeskDuties } from "@/domain/desk/schema";
import { Link } from "@/i18n/navigation";

/** What waits for a moderator, and the way there. */
export function DutiesCard({ duties }: { duties: DeskDuties }) {
  const t = useTranslations("Desk");
  return (
    <Section title={t("moderation")}>
      <Card className="flex flex-wrap items-center justify-between gap-4">
        <ul>
          <li>{t("organisationsWaiting", { count: duties.organisations })}</li>
          <li>{t("registrationsWaiting", { count: duties.registrations })}</li>
        </ul>
        <Link href="/moderation" className={buttonClass("secondary")}>{t("toModeration")}</Link>
      </Card>
    </Section>
  );
}

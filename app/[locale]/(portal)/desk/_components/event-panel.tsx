import { useTranslations } from "next-intl";
import { EventTime } from "@/components/event/event-summary";
import { FormStateBadge } from "@/components/event/form-state-badge";
import { Badge, type Tone } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { DeskEvent } from "@/domain/desk/schema";
import { Link } from "@/i18n/navigation";

const tones: Record<NonNullable<DeskEvent["standing"]>, Tone> = {
  approved: "success", unadmitted: "primary", pending: "primary", waiting: "warning", returned: "warning", refused: "danger", cancelled: "neutral",
};

type Way = { place: "partners" | "requests" | "agenda" | "register"; words: string };

/** One event: when it is, the person's part in it, and what can be done there now. */
export function EventPanel({ event }: { event: DeskEvent }) {
  const t = useTranslations("DeskEvent");
  const tBadge = useTranslations("RegistrationStatus");
  const { slug, kind, standing, form, toAnswer, isScheduleOut } = event;
  const inside: Way[] = [
    { place: "partners", words: t("partners") },
    { place: "requests", words: t("requests", { count: toAnswer }) },
    { place: "agenda", words: isScheduleOut ? t("agenda") : t("agendaLater") },
  ];
  const isOpen = form === "open" || form === "full";
  const own: Way = { place: "register", words: standing === null || standing === "cancelled" ? t(isOpen ? "register" : "tellMe") : t("registration") };
  const ways = form === "cancelled" ? [] : [...(standing === "approved" && kind === "matchmaking" ? inside : []), ...(form === "closed" && standing === null ? [] : [own])];
  return (
    <Card className="grid gap-4 md:grid-cols-[1fr_auto] md:items-start">
      <div className="min-w-0">
        <h3 className="text-xl font-bold" lang={event.textLocale}>
          <Link href={`/events/${slug}`} className="no-underline hover:underline">{event.title}</Link>
        </h3>
        <p className="mt-1 text-muted"><EventTime event={event} /></p>
      </div>
      <div className="md:text-right">
        {standing && form !== "cancelled" ? <Badge tone={tones[standing]}>{tBadge(`badge.${standing}`)}</Badge> : <FormStateBadge state={form} />}
      </div>
      <ul className="flex flex-wrap gap-2 md:col-span-2">
        {ways.map(({ place, words }) => (
          <li key={place}>
            <Link href={`/events/${slug}/${place}`} className={buttonClass(place === "requests" && toAnswer > 0 ? "primary" : "secondary", "small")}>
              {words} <span className="sr-only" lang={event.textLocale}>{event.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { isCancelled } from "@/domain/event/rules";
import type { InsideEvent } from "@/domain/event/schema";
import { Link } from "@/i18n/navigation";
import { EventCancelled } from "./event-cancelled";

const places = ["partners", "requests", "agenda", "outcomes", "register"] as const;

type Props = {
  event: Pick<InsideEvent, "slug" | "title" | "textLocale" | "startsAt" | "cancelledAt">;
  current: (typeof places)[number];
  /** False for somebody who is registered but not (yet) approved: only the registration is theirs. */
  isParticipant?: boolean;
};

/** The places inside one event, for those who take part; each but the registration says here that it was cancelled. */
export function EventNav({ event, current, isParticipant = true }: Props) {
  const t = useTranslations("EventNav");
  const hasBegun = event.startsAt <= new Date();
  const shown = places.filter((place) => (isParticipant || place === "register") && (hasBegun || place !== "outcomes" || current === "outcomes"));
  return (
    <>
      <nav aria-label={t("label")} className="no-print mb-8 border-b border-line">
        <p className="mb-2">
          <Link href={`/events/${event.slug}`} lang={event.textLocale} className="inline-flex min-h-8 items-center font-semibold text-accent underline">
            {event.title}
          </Link>
        </p>
        <ul className="flex flex-wrap gap-x-2">
          {shown.map((place) => (
            <li key={place}>
              <Link
                href={`/events/${event.slug}/${place}`}
                aria-current={place === current ? "page" : undefined}
                className="flex min-h-11 items-center border-b-4 border-transparent px-3 font-semibold no-underline hover:border-line-strong aria-[current]:border-primary aria-[current]:text-primary"
              >
                {t(place)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {isCancelled(event) && current !== "register" ? <EventCancelled /> : null}
    </>
  );
}

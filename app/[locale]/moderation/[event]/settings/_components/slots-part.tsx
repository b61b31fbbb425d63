import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Alert } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/surface";
import type { EventSettings } from "@/domain/event/schema";
import { localTime } from "@/domain/time";
import { formatTimes } from "@/i18n/format";
import { slotsAction } from "../actions";

/** The default of a matchmaking event: slots of 14 minutes with two to change rooms. */
const usual = { minutes: 14, pause: 2, count: 7 };

function minutesBetween(one: Date, other: Date): number {
  return Math.round((other.getTime() - one.getTime()) / 60_000);
}

/** What the form begins with: the slots as they are. */
function currentRow({ slots: [first, second, ...others], startsAt, timeZone }: EventSettings) {
  if (!first) return { ...usual, first: localTime(startsAt, timeZone).slice(11) };
  return {
    first: localTime(first.startsAt, timeZone).slice(11),
    minutes: minutesBetween(first.startsAt, first.endsAt),
    pause: second ? minutesBetween(first.endsAt, second.startsAt) : usual.pause,
    count: 1 + (second ? 1 : 0) + others.length,
  };
}

/** The slots, and the form that makes them anew while nobody refers to one. */
export function SlotsPart({ event }: { event: EventSettings }) {
  const t = useTranslations("EventSettings");
  const locale = useLocale();
  const row = currentRow(event);
  return (
    <Section id="slots" title={t("slots")} intro={t("slotsIntro")}>
      <Card className="space-y-6">
        <ol className="flex flex-wrap gap-2">
          {event.slots.map((slot) => (
            <li key={slot.id} className="rounded-full bg-sunken px-3 py-1">
              {slot.number}. {formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone)}
            </li>
          ))}
        </ol>
        {event.slots.length === 0 ? <p>{t("slotsNone")}</p> : null}
        {event.areSlotsUsed ? <Alert tone="warning">{t("slotsUsed")}</Alert> : (
          <Form action={slotsAction} className="space-y-5">
            <input type="hidden" name="event" value={event.slug} />
            <div className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-4">
              <TextField name="first" type="time" label={t("first")} defaultValue={row.first} />
              <TextField name="minutes" type="number" min={5} max={240} label={t("minutes")} defaultValue={row.minutes} />
              <TextField name="pause" type="number" min={0} max={120} label={t("pause")} defaultValue={row.pause} />
              <TextField name="count" type="number" min={0} max={60} label={t("slotCount")} defaultValue={row.count} />
            </div>
            <SubmitButton look="secondary">{t("makeSlots")}</SubmitButton>
          </Form>
        )}
      </Card>
    </Section>
  );
}

import { locales } from "@/domain/input";
import { addDays, addMinutes, zonedInstant } from "@/domain/time";
import type { Tx } from "../client";
import { createEvent, createProgramme } from "../factories/programme";
import type { DemoEvent, DemoProgramme } from "./data/programmes";
import { demoId } from "./ids";

function textsOf<T>(texts: Record<(typeof locales)[number], T>) {
  return locales.map((locale) => ({ locale, ...texts[locale] }));
}

function slotsOf({ slug, slots }: DemoEvent, timeZone: string) {
  if (!slots) return [];
  const first = zonedInstant(slots.first, timeZone);
  return Array.from({ length: slots.count }, (_, index) => {
    const startsAt = addMinutes(first, index * (slots.minutes + slots.pause));
    return { id: demoId(`slot/${slug}/${index + 1}`), number: index + 1, startsAt, endsAt: addMinutes(startsAt, slots.minutes) };
  });
}

function roomsOf({ slug, rooms = 0 }: DemoEvent) {
  return Array.from({ length: rooms }, (_, index) => ({
    id: demoId(`room/${slug}/${index + 1}`),
    number: index + 1,
    name: `Room ${index + 1}`,
    kind: "breakout" as const,
  }));
}

/** The form of an event with slots has been open for three weeks; the others open later. */
function formOf(event: DemoEvent, timeZone: string, now: Date) {
  if (!event.slots) return { registrationOpensAt: null };
  return {
    registrationOpensAt: addDays(now, -21),
    ...(event.closesAt ? { registrationClosesAt: zonedInstant(event.closesAt, timeZone) } : {}),
  };
}

type Frame = { programmeId: string; timeZone: string; now: Date };

async function addEvent(tx: Tx, event: DemoEvent, { programmeId, timeZone, now }: Frame) {
  await createEvent(
    {
      id: demoId(`event/${event.slug}`),
      programmeId,
      slug: event.slug,
      kind: event.kind,
      startsAt: zonedInstant(event.startsAt, timeZone),
      endsAt: zonedInstant(event.endsAt, timeZone),
      timeZone,
      languages: event.languages,
      interpretedInto: event.interpretedInto,
      requestExpiryDays: 14,
      meetingUrl: `https://zoom.example/j/${event.slug}`,
      texts: { create: textsOf(event.texts) },
      slots: { create: slotsOf(event, timeZone) },
      rooms: { create: roomsOf(event) },
      ...(event.capacity === undefined ? {} : { capacity: event.capacity }),
      ...formOf(event, timeZone, now),
    },
    tx,
  );
}

/** Stores a programme with its events, in the order of their numbers. */
export async function addProgramme(tx: Tx, { slug, texts, events, ...programme }: DemoProgramme, now: Date): Promise<void> {
  const id = demoId(`programme/${slug}`);
  await createProgramme({ id, slug, ...programme, texts: { create: textsOf(texts) } }, tx);
  for (const event of events) await addEvent(tx, event, { programmeId: id, timeZone: programme.timeZone, now });
}

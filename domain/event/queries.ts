import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { moderatedEvents, requireModerator, requireOrganiser, slotInUse } from "./access";
import { chooseText, formState } from "./rules";
import type { EventProgress, EventSettings, EventSummary, Places, PublicEvent, SlotTimes } from "./schema";

const summarySelect = {
  id: true,
  slug: true,
  number: true,
  kind: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  languages: true,
  interpretedInto: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  capacity: true,
  cancelledAt: true,
  texts: { select: { locale: true, title: true, summary: true, description: true, runBy: true } },
} satisfies Prisma.EventSelect;

type SummaryRow = Prisma.EventGetPayload<{ select: typeof summarySelect }>;

/** Places of these events by the event's id: one query, however many events. */
async function countPlaces(events: readonly { id: string; capacity: number | null }[]): Promise<Map<string, Places>> {
  const counts = await db.registration.groupBy({
    by: ["eventId", "state"],
    where: { eventId: { in: events.map((event) => event.id) }, state: { in: ["pending", "returned", "approved", "waiting"] } },
    _count: true,
  });
  return new Map(events.map(({ id, capacity }) => {
    const own = counts.filter((count) => count.eventId === id);
    const sum = (isWaiting: boolean) =>
      own.filter((count) => (count.state === "waiting") === isWaiting).reduce((total, count) => total + count._count, 0);
    return [id, { capacity, held: sum(false), waiting: sum(true) }];
  }));
}

const nobody: Places = { capacity: null, held: 0, waiting: 0 };
const noText = { title: "", summary: "", description: "", runBy: "" };

function toSummary({ texts, capacity, cancelledAt, ...event }: SummaryRow, locale: Locale, places: Places = { ...nobody, capacity }): EventSummary {
  const text = chooseText(texts, locale);
  const { title, summary, runBy } = text ?? noText;
  const form = formState({ ...event, cancelledAt }, places, new Date());
  return { ...event, places, form, textLocale: text?.locale ?? locale, title, summary, runBy };
}

/** The public events of a programme in their order. An unknown programme has none. */
export async function listProgrammeEvents(programmeSlug: string, locale: Locale): Promise<EventSummary[]> {
  const events = await db.event.findMany({
    where: { programme: { slug: programmeSlug } },
    orderBy: { number: "asc" },
    select: summarySelect,
  });
  const places = await countPlaces(events);
  return events.map((event) => toSummary(event, locale, places.get(event.id)));
}

/** What everybody may know of one event. Throws NotFound. */
export async function getPublicEvent(slug: string, locale: Locale): Promise<PublicEvent> {
  const { programme, slots, linkDaysBefore, version, cancelReasons, ...event } = found(await db.event.findUnique({
    where: { slug },
    select: {
      ...summarySelect,
      linkDaysBefore: true,
      version: true,
      cancelReasons: { select: { locale: true, text: true } },
      slots: { orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } },
      programme: { select: { slug: true, contactEmail: true, texts: { select: { locale: true, name: true } } } },
    },
  }));
  const places = await countPlaces([event]);
  const name = chooseText(programme.texts, locale);
  return {
    ...toSummary(event, locale, places.get(event.id)),
    description: (chooseText(event.texts, locale) ?? noText).description,
    slots,
    linkDaysBefore,
    version,
    cancelReason: chooseText(cancelReasons, locale) ?? null,
    programme: {
      slug: programme.slug,
      contactEmail: programme.contactEmail,
      name: name?.name ?? "",
      nameLocale: name?.locale ?? locale,
    },
  };
}

/** The events that the actor moderates or organises, the next ones first. Throws SignedOut. */
export async function listModeratedEvents(actor: Actor, locale: Locale): Promise<EventSummary[]> {
  const events = await db.event.findMany({ where: moderatedEvents(actor), orderBy: { startsAt: "asc" }, select: summarySelect });
  const places = await countPlaces(events);
  return events.map((event) => toSummary(event, locale, places.get(event.id)));
}

/** The slots of an event in their order. */
export function listSlots(eventId: string): Promise<SlotTimes[]> {
  return db.slot.findMany({ where: { eventId }, orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } });
}

/** Everything that an organiser sets, the link among it. Throws NotFound, SignedOut. */
export async function getSettings(actor: Actor, eventSlug: string, locale: Locale): Promise<EventSettings> {
  const { id, slug, title, textLocale } = await requireOrganiser(actor, eventSlug, locale);
  const { capacity, ...event } = await db.event.findUniqueOrThrow({
    where: { id },
    select: {
      startsAt: true,
      endsAt: true,
      timeZone: true,
      registrationOpensAt: true,
      registrationClosesAt: true,
      capacity: true,
      version: true,
      needsApproval: true,
      requestQuota: true,
      requestExpiryDays: true,
      linkDaysBefore: true,
      meetingUrl: true,
      videoAddress: true,
      slots: { orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } },
      rooms: { orderBy: { number: "asc" }, select: { id: true, number: true, name: true, kind: true, url: true, isClosed: true } },
    },
  });
  const [places, used] = await Promise.all([countPlaces([{ id, capacity }]), db.slot.count({ where: { eventId: id, ...slotInUse } })]);
  return { ...event, id, slug, title, textLocale, places: places.get(id) ?? { ...nobody, capacity }, areSlotsUsed: used > 0 };
}

/** How far an event has come, for its staff. Throws NotFound, SignedOut. */
export async function getProgress(actor: Actor, eventSlug: string): Promise<EventProgress & { places: Places }> {
  const { id, kind } = await requireModerator(actor, eventSlug);
  const { capacity, meetingUrl, _count: count, scheduleVersions: [latest], ...event } = await db.event.findUniqueOrThrow({
    where: { id },
    select: {
      startsAt: true,
      cancelledAt: true,
      registrationOpensAt: true,
      registrationClosesAt: true,
      capacity: true,
      meetingUrl: true,
      scheduleVersions: { orderBy: { number: "desc" }, take: 1, select: { number: true, takenBackAt: true } },
      _count: {
        select: { registrations: { where: { state: "pending" } }, meetings: { where: { state: "agreed" } }, placements: true },
      },
    },
  });
  const places = (await countPlaces([{ id, capacity }])).get(id) ?? { ...nobody, capacity };
  return {
    kind,
    form: formState(event, places, new Date()),
    hasOpening: event.registrationOpensAt !== null,
    hasLink: meetingUrl !== null,
    toDecide: count.registrations,
    meetings: count.meetings,
    placed: count.placements,
    released: latest && latest.takenBackAt === null ? latest.number : null,
    places,
  };
}

import { isHeld } from "@/domain/funding-report/rules";
import type { Facts, MeetingFact } from "@/domain/funding-report/schema";
import type { OpenTables } from "./schema";

/** A released version with what stood in it. */
export type VersionFact = { eventId: string; number: number; releasedAt: Date; takenBackAt: Date | null; entries: { meetingId: string; slotId: string }[] };

/** By what things are put in order before they are numbered: it must say nothing of when they came about. */
type Shuffle = (id: string) => string;

/** Numbers from 1 for each group by itself. */
function number<Row extends { id: string }>(rows: readonly Row[], groupOf: (row: Row) => string, shuffle: Shuffle): (id: string) => number {
  const numbers = new Map<string, number>();
  for (const group of Map.groupBy(rows, groupOf).values()) {
    const ordered = group.map(({ id }) => ({ id, at: shuffle(id) })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    for (const [index, { id }] of ordered.entries()) numbers.set(id, index + 1);
  }
  return (id) => numbers.get(id) ?? 0;
}

const inOrder = <Row>(rows: readonly Row[]) => rows.map((row) => ({ row, at: JSON.stringify(row) })).toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).map(({ row }) => row);

/** True or false where a side has said so; null where nobody has said anything. */
function heldOf(meeting: MeetingFact): boolean | null {
  return meeting.lowOutcome === null && meeting.highOutcome === null ? null : isHeld(meeting);
}

/** How rows of a report call things. */
function nameThings(facts: Facts, shuffle: Shuffle) {
  const slugs = new Map(facts.events.map(({ id, slug }) => [id, slug]));
  const slots = new Map(facts.events.flatMap(({ slotIds }) => slotIds.map((id, index) => [id, index + 1])));
  return {
    event: (id: string) => slugs.get(id) ?? "",
    slot: (id: string) => slots.get(id) ?? 0,
    organisation: number(facts.organisations, () => "", shuffle),
    participant: number(facts.registrations, ({ eventId }) => eventId, shuffle),
    meeting: number(facts.meetings, ({ eventId }) => eventId, shuffle),
  };
}

type Names = ReturnType<typeof nameThings>;

function tellMeetings({ meetings }: Facts, names: Names): OpenTables["meetings"] {
  return meetings.map((meeting) => ({
    event: names.event(meeting.eventId), meeting: names.meeting(meeting.id), origin: meeting.origin, state: meeting.state,
    organisationA: names.organisation(meeting.lowId), participantA: names.participant(meeting.lowPersonId),
    organisationB: names.organisation(meeting.highId), participantB: names.participant(meeting.highPersonId),
    slot: meeting.slotId === null ? null : names.slot(meeting.slotId), held: heldOf(meeting), second: meeting.second,
  }));
}

function tellVersions({ events }: Facts, versions: readonly VersionFact[], names: Names): Pick<OpenTables, "versions" | "placements"> {
  const inForce = new Map(events.map(({ id, schedule }) => [id, schedule]));
  return {
    versions: versions.map((version) => {
      const schedule = inForce.get(version.eventId);
      const isInForce = schedule?.number === version.number;
      return {
        event: names.event(version.eventId), version: version.number, releasedAt: version.releasedAt.toISOString(), takenBackAt: version.takenBackAt?.toISOString() ?? null,
        isInForce, basis: isInForce ? schedule.basis : null, bound: isInForce ? schedule.bound : null,
      };
    }),
    placements: versions.flatMap(({ eventId, number: version, entries }) =>
      entries.map(({ meetingId, slotId }) => ({ event: names.event(eventId), version, meeting: names.meeting(meetingId), slot: names.slot(slotId) }))),
  };
}

/**
 * The rows of a report without names and in an order that says nothing. Who asked whom is not among them, and what one
 * side said of a meeting stands by itself.
 */
export function writeTables(facts: Facts, versions: readonly VersionFact[], shuffle: Shuffle): OpenTables {
  const names = nameThings(facts, shuffle);
  const countries = new Map(facts.organisations.map(({ id, country }) => [id, country]));
  const tables: OpenTables = {
    events: facts.events.map(({ slug, startsAt, endsAt, timeZone, slotIds }) => ({ event: slug, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), timeZone, slots: slotIds.length })),
    listed: facts.organisations.filter(({ isListed, isAdmitted }) => isListed && isAdmitted).map(({ name, type, country, region }) => ({ name, type, country, region })),
    organisations: facts.organisations.map(({ id, type, country, region, isAdmitted }) => ({ organisation: names.organisation(id), type, country, region, isAdmitted })),
    registrations: facts.registrations.map(({ id, eventId, organisationId, state, attendance }) => ({ event: names.event(eventId), participant: names.participant(id), organisation: names.organisation(organisationId), state, attendance })),
    requests: facts.requests.map(({ eventId, requesterId, recipientId, state }) => ({ event: names.event(eventId), state, fromCountry: countries.get(requesterId) ?? "", toCountry: countries.get(recipientId) ?? "" })),
    meetings: tellMeetings(facts, names),
    outcomes: facts.meetings.filter(({ state }) => state === "agreed").flatMap(({ eventId, lowOutcome, highOutcome }) =>
      [lowOutcome, highOutcome].flatMap((outcome) => (outcome === null ? [] : [{ event: names.event(eventId), outcome }]))),
    ...tellVersions(facts, versions, names),
    cooperations: facts.cooperations.map(({ eventId, authorId, partnerId, stage, stageAt, isConfirmed }) => ({
      event: eventId === null ? null : names.event(eventId), organisationA: names.organisation(authorId), organisationB: names.organisation(partnerId),
      stage, stageAt: stageAt.toISOString(), isConfirmed,
    })),
  };
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, inOrder<unknown>(rows)])) as OpenTables;
}

import type { SlotTimes } from "@/domain/event/schema";
import { assignInterpreters } from "@/domain/interpreter/rules";
import type { TranslationNeed } from "@/domain/interpreter/schema";
import type { Draft, DraftMeeting, DraftPerson, DraftPlacement, Entry, EntryChange, Replacement, Warning, WarningKind } from "./schema";
import { impossibleKinds } from "./schema";

type Speaker = Pick<DraftPerson, "languages" | "interpreterNeeded">;
type Freedom = Pick<DraftPerson, "slotIds" | "elsewhereSlotIds">;

/** Languages in which all of them can hold a meeting. */
export function sharedLanguages(sides: readonly Pick<Speaker, "languages">[]): string[] {
  const [first, ...rest] = sides;
  return (first?.languages ?? []).filter((language) => rest.every((side) => side.languages.includes(language)));
}

/** Nobody asked for an interpreter, nobody is interpreted anyway, and there is no language that both speak. */
export function lacksLanguage(sides: readonly Speaker[], interpretedInto: readonly string[]): boolean {
  const isHelped = sides.some((side) => side.interpreterNeeded || side.languages.some((language) => interpretedInto.includes(language)));
  return !isHelped && sharedLanguages(sides).length === 0;
}

/**
 * The placed meetings whose two sides share no language.
 * @param entries where the meetings stand; the draft's own placements, or what is released
 */
export function listNeeds({ meetings }: Pick<Draft, "meetings">, entries: readonly Entry[]): TranslationNeed[] {
  const slotIds = new Map(entries.map(({ meetingId, slotId }) => [meetingId, slotId]));
  return meetings.flatMap(({ id, isCancelled, sides, chosenInterpreterId, interpreterId }): TranslationNeed[] => {
    const [slotId, [left, right]] = [slotIds.get(id), sides];
    if (slotId === undefined || isCancelled || !left || !right || sharedLanguages(sides).length > 0) return [];
    return [{ meetingId: id, slotId, left: left.languages, right: right.languages, chosenId: chosenInterpreterId, beforeId: interpreterId }];
  });
}

/** Who would translate in which meeting if the draft were released as it is. */
export function listTranslators(draft: Draft): Map<string, string> {
  return assignInterpreters(listNeeds(draft, draft.placements), draft.interpreters, draft.slots);
}

/** Meetings of a draft that get, change or lose an interpreter with its release, though they stay where they are. */
export function listNewTranslators({ meetings, placements }: Pick<Draft, "meetings" | "placements">, translators: ReadonlyMap<string, string>): string[] {
  const placed = new Set(placements.map(({ meetingId }) => meetingId));
  return meetings.filter(({ id, interpreterId }) => placed.has(id) && interpreterId !== (translators.get(id) ?? null)).map(({ id }) => id);
}

type Presence = { id: string; presence: "away" | "there"; now: Date };

/**
 * Who translates in the released meetings that have not begun, once an interpreter is missing or there again: as many
 * meetings as possible have somebody, and as many as possible of those keep who they have.
 */
export function planReplacements(draft: Draft, seated: readonly Entry[], { id, presence, now }: Presence): Replacement[] {
  const open = draft.slots.filter(({ startsAt }) => startsAt > now);
  const needs = listNeeds(draft, seated).filter(({ slotId }) => open.some((slot) => slot.id === slotId));
  const interpreters = draft.interpreters.map((one) => (one.id === id ? { ...one, awayFrom: presence === "away" ? now : null } : one));
  const after = assignInterpreters(needs, interpreters, open);
  return needs.flatMap(({ meetingId, slotId, beforeId }): Replacement[] => {
    const afterId = after.get(meetingId) ?? null;
    return afterId === beforeId ? [] : [{ meetingId, slotId, beforeId, afterId }];
  });
}

/** The person said to be free in the slot, and no other event has them then. */
export function isFree(person: Freedom, slotId: string): boolean {
  return person.slotIds.includes(slotId) && !person.elsewhereSlotIds.includes(slotId);
}

/** Ids of the slots in which all of them are free, in the order of `slots`. */
export function commonSlots(sides: readonly Freedom[], slots: readonly { id: string }[]): string[] {
  return slots.map((slot) => slot.id).filter((id) => sides.every((side) => isFree(side, id)));
}

/** The slot lies wholly within the event. */
export function isInside(slot: Pick<SlotTimes, "startsAt" | "endsAt">, event: { startsAt: Date; endsAt: Date }): boolean {
  return slot.startsAt >= event.startsAt && slot.endsAt <= event.endsAt;
}

/** The warning forbids a release at `now`: nobody can hold what it is about, and it has not begun. */
export function isBlocking(warning: Warning, slots: readonly SlotTimes[], now: Date): boolean {
  return isImpossible(warning) && slots.some(({ id, startsAt }) => id === warning.slotId && startsAt > now);
}

/** Nobody can hold what the warning is about: it has to be solved before a release. */
export function isImpossible(warning: { kind: WarningKind }): boolean {
  return impossibleKinds.some((kind) => kind === warning.kind);
}

type Placed = { placement: DraftPlacement; meeting: DraftMeeting };

/** An event that keeps a list of interpreters knows who is without; otherwise whoever asked for one is trusted to have one. */
function isSpeechless(meeting: DraftMeeting, { event, interpreters }: Draft, translators: ReadonlyMap<string, string>): boolean {
  if (interpreters.length === 0) return lacksLanguage(meeting.sides, event.interpretedInto);
  return sharedLanguages(meeting.sides).length === 0 && !translators.has(meeting.id);
}

/** Conflicts of one meeting by itself. */
function judgeMeeting({ placement: { meetingId, slotId, roomId }, meeting }: Placed, draft: Draft, translators: ReadonlyMap<string, string>): Warning[] {
  const { event, slots, rooms } = draft;
  const slot = slots.find(({ id }) => id === slotId);
  const about = (kind: WarningKind, persons: readonly DraftPerson[]): Warning[] =>
    persons.length === 0 ? [] : [{ kind, slotId, meetingIds: [meetingId], personIds: persons.map(({ id }) => id), roomId: null }];
  const own = (kind: WarningKind, applies: boolean): Warning[] => (applies ? about(kind, meeting.sides) : []);
  if (meeting.isCancelled) return own("meeting_cancelled", true);
  return [
    ...about("person_cancelled", meeting.sides.filter((person) => !person.takesPart)),
    ...about("person_elsewhere", meeting.sides.filter((person) => person.elsewhereSlotIds.includes(slotId))),
    ...about("person_missing", meeting.sides.filter((person) => person.takesPart && person.missedSlotIds.includes(slotId))),
    ...about("not_available", meeting.sides.filter(({ takesPart, slotIds, missedSlotIds }) => takesPart && ![...slotIds, ...missedSlotIds].includes(slotId))),
    ...own("no_common_language", isSpeechless(meeting, draft, translators)),
    ...own("room_closed", rooms.some(({ id, isClosed }) => id === roomId && isClosed)).map((warning) => ({ ...warning, roomId })),
    ...own("outside_event", slot !== undefined && !isInside(slot, event)),
  ];
}

/** Conflicts between the meetings of one slot. */
function judgeSlot(slotId: string, placed: readonly Placed[]): Warning[] {
  const ofPersons = placed.flatMap(({ meeting }) => meeting.sides.map((person) => ({ person, meetingId: meeting.id })));
  const twice = [...Map.groupBy(ofPersons, ({ person }) => person.userId).values()].filter((meetings) => meetings.length > 1);
  const rooms = [...Map.groupBy(placed, ({ placement }) => placement.roomId)].filter(([, meetings]) => meetings.length > 1);
  return [
    ...twice.map((meetings): Warning => ({
      kind: "person_twice",
      slotId,
      meetingIds: meetings.map(({ meetingId }) => meetingId),
      personIds: [...new Set(meetings.map(({ person }) => person.id))],
      roomId: null,
    })),
    ...rooms.map(([roomId, meetings]): Warning => ({
      kind: "room_twice",
      slotId,
      meetingIds: meetings.map(({ meeting }) => meeting.id),
      personIds: [],
      roomId,
    })),
  ];
}

/** Every conflict of a draft: what is impossible first, then in the order of the slots. */
export function listWarnings(draft: Draft): Warning[] {
  const meetings = new Map(draft.meetings.map((meeting) => [meeting.id, meeting]));
  const placed = draft.placements.flatMap((placement): Placed[] => {
    const meeting = meetings.get(placement.meetingId);
    return meeting ? [{ placement, meeting }] : [];
  });
  const translators = listTranslators(draft);
  const bySlot = Map.groupBy(placed, ({ placement }) => placement.slotId);
  const found = draft.slots.flatMap(({ id }) => {
    const inSlot = bySlot.get(id) ?? [];
    return [...judgeSlot(id, inSlot.filter(({ meeting }) => !meeting.isCancelled)), ...inSlot.flatMap((one) => judgeMeeting(one, draft, translators))];
  });
  return [...found.filter(isImpossible), ...found.filter((warning) => !isImpossible(warning))];
}

/** What changed from one schedule to the next, meeting by meeting; what stayed is left out. */
export function compareVersions(before: readonly Entry[], after: readonly Entry[]): EntryChange[] {
  const earlier = new Map(before.map((entry) => [entry.meetingId, entry]));
  const later = new Set(after.map((entry) => entry.meetingId));
  const changed = after.flatMap((entry): EntryChange[] => {
    const { meetingId } = entry;
    const old = earlier.get(meetingId);
    if (!old) return [{ kind: "new", meetingId, after: entry }];
    if (old.slotId !== entry.slotId) return [{ kind: "moved", meetingId, before: old, after: entry }];
    return old.roomId === entry.roomId ? [] : [{ kind: "room", meetingId, before: old, after: entry }];
  });
  const gone = before.filter(({ meetingId }) => !later.has(meetingId));
  return [...changed, ...gone.map((entry): EntryChange => ({ kind: "gone", meetingId: entry.meetingId, before: entry }))];
}

/** What a slot is to somebody: a break lies between two meetings, "away" is not available. */
export type SlotUse = "meeting" | "break" | "free" | "away";

/**
 * What each slot of a day is to one person.
 * @param slots in the order of time
 */
export function layOutDay(slots: readonly { id: string }[], taken: ReadonlySet<string>, present: ReadonlySet<string>): Map<string, SlotUse> {
  const ids = slots.map(({ id }) => id);
  const first = ids.findIndex((id) => taken.has(id));
  const last = ids.findLastIndex((id) => taken.has(id));
  const use = (id: string, index: number): SlotUse => {
    if (taken.has(id)) return "meeting";
    if (!present.has(id)) return "away";
    return first !== -1 && index > first && index < last ? "break" : "free";
  };
  return new Map(ids.map((id, index) => [id, use(id, index)]));
}

/** What speaks for two organisations, what against, and what forbids to pair them. */
export type PairWeight = {
  pros: ("reasons" | "across_border" | "language" | "slots")[];
  cons: ("no_reason" | "same_country" | "no_language" | "interpreter" | "no_slot" | "declined" | "full")[];
  obstacle: "already_agreed" | "request_open" | "blocked" | null;
  /** Organisations that have as many meetings as free slots. */
  fullNames: string[];
};

type PairFacts = {
  requests: readonly string[];
  isAgreed: boolean;
  isBlocked: boolean;
  reasonCount: number;
  languageCount: number;
  slotCount: number;
  countries: readonly [string, string];
  isInterpreted: boolean;
  fullNames: string[];
};

function obstacleOf({ isAgreed, isBlocked, requests }: PairFacts): PairWeight["obstacle"] {
  if (isAgreed) return "already_agreed";
  if (isBlocked) return "blocked";
  return requests.includes("pending") ? "request_open" : null;
}

/** Weighs two organisations for a moderator who may pair them. */
export function weighPair(facts: PairFacts): PairWeight {
  const isAcross = facts.countries[0] !== facts.countries[1];
  const pros = { reasons: facts.reasonCount > 0, across_border: isAcross, language: facts.languageCount > 0, slots: facts.slotCount > 0 };
  const cons = {
    no_reason: !pros.reasons,
    same_country: !isAcross,
    no_language: !pros.language && !facts.isInterpreted,
    interpreter: !pros.language && facts.isInterpreted,
    no_slot: !pros.slots,
    declined: facts.requests.includes("declined"),
    full: facts.fullNames.length > 0,
  };
  const holding = <T extends string>(flags: Record<T, boolean>) => (Object.keys(flags) as T[]).filter((flag) => flags[flag]);
  return { pros: holding(pros), cons: holding(cons), obstacle: obstacleOf(facts), fullNames: facts.fullNames };
}

/** What a slot is to the persons of one meeting: who is not free in it, and who has another meeting in the draft. */
export type SlotFit = { slotId: string; away: DraftPerson[]; busy: DraftPerson[] };

/** How each slot of a draft fits one meeting, in the order of the slots. */
export function judgeSlots({ slots, meetings, placements }: Draft, meeting: DraftMeeting): SlotFit[] {
  const userIds = new Map(meetings.map(({ id, sides }) => [id, sides.map((person) => person.userId)]));
  const others = placements.filter(({ meetingId }) => meetingId !== meeting.id);
  return slots.map(({ id }) => {
    const taken = new Set(others.filter(({ slotId }) => slotId === id).flatMap(({ meetingId }) => userIds.get(meetingId) ?? []));
    return {
      slotId: id,
      away: meeting.sides.filter((person) => !isFree(person, id)),
      busy: meeting.sides.filter((person) => taken.has(person.userId)),
    };
  });
}

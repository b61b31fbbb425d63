import type { Problem } from "../problem";
import { findCycle } from "./cycle";
import { Unusable, type Fault, type Locate, type Path } from "./defect";

type Known = Record<"slot" | "participant" | "room" | "meeting" | "session" | "room kind", ReadonlySet<string>>;
type Judge = (path: Path, fault: Fault) => never;

function namesOf(items: readonly { id: string }[], list: string, refuse: Judge): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (names.has(id)) refuse([list, index, "id"], { reason: "duplicate", found: id });
    names.add(id);
  }
  return names;
}

function checkIds(ids: readonly string[] | null, path: Path, [kind, known]: readonly [string, ReadonlySet<string>], refuse: Judge): void {
  for (const [index, id] of (ids ?? []).entries()) {
    if (!known.has(id)) refuse([...path, index], { reason: "unknown_id", found: id, kind });
  }
}

function checkId(id: string | null, path: Path, [kind, known]: readonly [string, ReadonlySet<string>], refuse: Judge): void {
  if (id !== null && !known.has(id)) refuse(path, { reason: "unknown_id", found: id, kind });
}

function checkMeeting(meeting: Problem["meetings"][number], path: Path, known: Known, refuse: Judge): void {
  const of = (kind: keyof Known) => [kind, known[kind]] as const;
  checkIds(meeting.participants, [...path, "participants"], of("participant"), refuse);
  const twice = meeting.participants.findIndex((id, index) => meeting.participants.indexOf(id) !== index);
  if (twice >= 0) refuse([...path, "participants", twice], { reason: "with_itself", found: meeting.participants[twice] ?? "" });
  checkIds(meeting.slots, [...path, "slots"], of("slot"), refuse);
  checkId(meeting.session, [...path, "session"], of("session"), refuse);
  checkIds(meeting.rooms, [...path, "rooms"], of("room"), refuse);
  checkIds(meeting.roomKinds, [...path, "roomKinds"], of("room kind"), refuse);
  checkId(meeting.pinned?.slot ?? null, [...path, "pinned", "slot"], of("slot"), refuse);
  checkId(meeting.pinned?.room ?? null, [...path, "pinned", "room"], of("room"), refuse);
  checkIds(meeting.after, [...path, "after"], of("meeting"), refuse);
}

/** Slots stand in the order of time, and one is over before the next begins. */
function checkTimes(slots: Problem["slots"], refuse: Judge): void {
  for (const [index, { startsAt, endsAt }] of slots.entries()) {
    if (endsAt <= startsAt) refuse(["slots", index, "endsAt"], { reason: "order_of_slots" });
    if (startsAt < (slots[index - 1]?.endsAt ?? -Infinity)) refuse(["slots", index, "startsAt"], { reason: "order_of_slots" });
  }
}

/**
 * What no schema sees: that every id that is named exists and exists once, that slots follow one another, and that no
 * meeting has to be before itself.
 * @throws Unusable
 */
export function checkReferences(problem: Problem, locate: Locate): void {
  const refuse: Judge = (path, fault) => {
    throw new Unusable({ ...locate(path), ...fault });
  };
  const present = (names: readonly (string | null)[]) => new Set(names.filter((name) => name !== null));
  const known: Known = {
    slot: namesOf(problem.slots, "slots", refuse),
    participant: namesOf(problem.participants, "participants", refuse),
    room: namesOf(problem.rooms, "rooms", refuse),
    meeting: namesOf(problem.meetings, "meetings", refuse),
    session: present(problem.slots.map(({ session }) => session)),
    "room kind": present(problem.rooms.map(({ kind }) => kind)),
  };
  namesOf(problem.interpreters, "interpreters", refuse);
  checkTimes(problem.slots, refuse);
  for (const list of ["participants", "rooms", "interpreters"] as const) {
    for (const [index, { unavailable }] of problem[list].entries()) {
      checkIds(unavailable, [list, index, "unavailable"], ["slot", known.slot], refuse);
    }
  }
  for (const [index, meeting] of problem.meetings.entries()) checkMeeting(meeting, ["meetings", index], known, refuse);
  const indices = new Map(problem.meetings.map(({ id }, index) => [id, index]));
  const cycle = findCycle(problem.meetings.map(({ after }) => after.flatMap((id) => indices.get(id) ?? [])));
  const named = (index: number) => problem.meetings[index]?.id ?? "";
  if (cycle) refuse(["meetings", cycle[0] ?? 0, "after"], { reason: "cycle", meetings: cycle.map(named) });
}

import { Cadical, type CadicalModule } from "cadical-wasm";
import type { Conflict, ConflictPart } from "./answer";
import { addAtMostOne, addCount, type Clauses, type Literal } from "./clauses";
import { addDifferences, addOrder, encodeDays } from "./encode";
import { findCrowd } from "./hall";
import { toModel, type Limit, type Model } from "./model";
import type { Problem } from "./problem";

/** What may be taken away from a conflict to see whether it still is one. */
type Part =
  | { kind: "meeting"; index: number }
  | { kind: "participant"; index: number }
  /** All limits of one slot's rooms, or interpreters. */
  | { kind: "limits"; of: Limit["kind"]; slot: number }
  | { kind: "order"; later: number; earlier: number }
  | { kind: "fairness" };

const conflictsPerQuestion = 20_000;

/**
 * A smallest reason why not all meetings of a problem can be placed. Crowds are looked for first (one participant with
 * more meetings than slots, slots with more meetings than rooms), then any other reason by taking parts away from the
 * core that the SAT solver names, as long as time remains.
 * @param problem one in which not all can be placed
 * @returns null where no reason was found in time
 */
export function explainConflict(cadical: CadicalModule, problem: Problem, isStopped: () => boolean): Conflict | null {
  // Absence is a reason of its own here, and so are rooms: as if everybody and everything were always there.
  const free = toModel(problem, "ignored");
  const absent = listAbsent(free, problem);
  const crowd = findBusyPerson(free, absent) ?? findFullSlots(free);
  const people = crowd?.filter(({ kind }) => kind === "participant").length ?? 0;
  // Of several people, some may be a crowd without the others: that is for the search to see.
  const parts = crowd && people < 2 ? crowd : findCore(new Questions(cadical, free, absent, isStopped), crowd);
  return parts && { parts: parts.map((part) => describe(free, absent, parts, part)) };
}

type Absent = readonly ReadonlySet<number>[];

function listAbsent({ people }: Model, { slots, participants }: Problem): Absent {
  const slotIndex = new Map(slots.map(({ id }, index) => [id, index]));
  const unavailable = new Map(participants.map((participant) => [participant.id, participant.unavailable]));
  return people.map(({ id }) => new Set((unavailable.get(id) ?? []).map((slot) => slotIndex.get(slot) ?? -1)));
}

/** Slots of a meeting, these people's absence being heeded. */
function openSlots({ meetings }: Model, absent: Absent, heeded: ReadonlySet<number>, meeting: number): number[] {
  const { slots, people } = meetings[meeting] ?? { slots: [], people: [] };
  return slots.filter((slot) => people.every((person) => !heeded.has(person) || !absent[person]?.has(slot)));
}

/** Somebody whose meetings do not fit its slots, with the partners whose absence matters. */
function findBusyPerson(model: Model, absent: Absent): Part[] | null {
  const crowdOf = (person: number, heeded: ReadonlySet<number>) =>
    findCrowd(model.people[person]?.meetings ?? [], (meeting) => openSlots(model, absent, heeded, meeting), () => 1);
  const everybody = new Set(model.people.keys());
  for (const partners of [false, true]) {
    for (const person of model.people.keys()) {
      const heeded = partners ? everybody : new Set([person]);
      const crowd = crowdOf(person, heeded);
      const parts = crowd && shrinkBusy({ model, absent, person, heeded }, crowd);
      // Whoever rests needs more than one slot for a meeting: fewer meetings may do.
      if (parts?.every((part) => part.kind !== "participant" || !isResting(model, part.index))) return parts;
    }
  }
  return null;
}

function isResting({ people }: Model, person: number): boolean {
  return people[person]?.next.some((next, slot) => next > slot + 1) ?? false;
}

type Busy = { model: Model; absent: Absent; person: number; heeded: ReadonlySet<number> };

function shrinkBusy({ model, absent, person, heeded }: Busy, crowd: number[]): Part[] {
  const isCrowd = (meetings: readonly number[], people: ReadonlySet<number>) =>
    findCrowd(meetings, (meeting) => openSlots(model, absent, people, meeting), () => 1) !== null;
  let [meetings, people] = [crowd, new Set(crowd.flatMap((meeting) => model.meetings[meeting]?.people ?? []).filter((one) => heeded.has(one)))];
  for (const partner of [...people].filter((one) => one !== person)) {
    const fewer = new Set(people);
    fewer.delete(partner);
    if (isCrowd(meetings, fewer)) people = fewer;
  }
  for (const meeting of meetings) {
    const fewer = meetings.filter((other) => other !== meeting);
    if (isCrowd(fewer, people)) meetings = fewer;
  }
  // With one meeting that has no slot at all, it is not being in two at once that matters.
  const isNeeded = meetings.length > 1 || !isCrowd(meetings, new Set([...people].filter((one) => one !== person)));
  if (!isNeeded) people.delete(person);
  return [...[...people].map((index): Part => ({ kind: "participant", index })), ...meetings.map((index): Part => ({ kind: "meeting", index }))];
}

/** Slots that hold fewer meetings than have to be there, whoever takes part. */
function findFullSlots(model: Model): Part[] | null {
  for (const kind of ["rooms", "interpreters"] as const) {
    const own = model.limits.filter((limit) => limit.kind === kind);
    const limits = new Map(own.map((limit) => [limit.slot, limit]));
    const members = model.meetings.flatMap((_, index) => (kind === "rooms" || (model.problem.meetings[index]?.interpretation.length ?? 0) > 0 ? [index] : []));
    const isForAll = ({ meetings, slot }: Limit) => meetings.length === members.filter((meeting) => model.meetings[meeting]?.slots.includes(slot)).length;
    // Where wishes differ, a slot has limits for some meetings only: those are left to the search.
    if (limits.size !== own.length || !own.every(isForAll)) continue;
    const capacity = (slot: number) => limits.get(slot)?.most ?? model.meetings.length;
    const crowd = findCrowd(members, (meeting) => model.meetings[meeting]?.slots ?? [], capacity);
    if (!crowd) continue;
    const slots = new Set(crowd.flatMap((meeting) => model.meetings[meeting]?.slots ?? []));
    const full = [...slots].flatMap((slot) => limits.get(slot) ?? []);
    return [...full.map(({ slot }): Part => ({ kind: "limits", of: kind, slot })), ...crowd.map((index): Part => ({ kind: "meeting", index }))];
  }
  return null;
}

/** The formula of a problem in which every part can be switched on by a literal. */
class Questions {
  readonly #solver: Cadical;
  readonly parts = new Map<Literal, Part>();

  constructor(cadical: CadicalModule, model: Model, absent: Absent, isStopped: () => boolean) {
    const solver = new Cadical(cadical, { quiet: true });
    solver.setTerminate(isStopped);
    this.#solver = solver;
    const clauses: Clauses = { add: (...literals) => solver.addClause(literals), fresh: () => solver.newVar() };
    const { places, busy, breaks } = encodeDays(model, clauses);
    const when = (part: Part): Clauses => {
      const on = clauses.fresh();
      this.parts.set(on, part);
      return { add: (...literals) => clauses.add(-on, ...literals), fresh: clauses.fresh };
    };
    for (const [index, row] of places.entries()) {
      const open = row.filter(Boolean);
      addAtMostOne(clauses, open);
      when({ kind: "meeting", index }).add(...open);
    }
    for (const [index, { meetings, next }] of model.people.entries()) {
      const own = when({ kind: "participant", index });
      for (let slot = 0; slot < model.slotCount; slot += 1) {
        addAtMostOne(own, meetings.map((meeting) => places[meeting]?.[slot] ?? 0).filter(Boolean));
        if (absent[index]?.has(slot) && busy[index]?.[slot]) own.add(-(busy[index][slot] ?? 0));
        for (let other = slot + 1; other < (next[slot] ?? 0); other += 1) {
          if (busy[index]?.[slot] && busy[index][other]) own.add(-(busy[index][slot] ?? 0), -(busy[index][other] ?? 0));
        }
      }
    }
    for (const limits of Map.groupBy(model.limits, ({ kind, slot }) => `${kind} ${slot}`).values()) {
      const { kind, slot } = limits[0] ?? { kind: "rooms", slot: 0 };
      const own = when({ kind: "limits", of: kind, slot });
      for (const { meetings, most } of limits) {
        const sums = addCount(clauses, meetings.map((meeting) => places[meeting]?.[slot] ?? 0), most + 1, false);
        own.add(-(sums[most] ?? 0));
      }
    }
    for (const [later, { after }] of model.meetings.entries()) {
      for (const earlier of after) addOrder(when({ kind: "order", later, earlier }), places, later, earlier);
    }
    const { fairness } = model.problem;
    const within = fairness === null ? undefined : addDifferences(clauses, breaks, fairness).at(-1);
    if (within !== undefined) when({ kind: "fairness" }).add(within);
  }

  /** Literals of the parts that the conflict among these needs; null: none, or not found in time. */
  ask(literals: readonly Literal[]): Literal[] | null {
    return this.#solver.solve({ assumptions: literals, conflicts: conflictsPerQuestion }) === "unsatisfiable" ? this.#solver.failedAssumptions() : null;
  }

  dispose(): void {
    this.#solver.dispose();
  }
}

/** @param known a conflict that may hold more than it needs */
function findCore(questions: Questions, known: readonly Part[] | null): Part[] | null {
  const isKnown = (part: Part) => !known || known.some((other) => JSON.stringify(other) === JSON.stringify(part));
  try {
    let core = questions.ask([...questions.parts].flatMap(([literal, part]) => (isKnown(part) ? [literal] : [])));
    if (!core) return known && [...known];
    // Meetings last: a reason with few people and rooms is easier to understand.
    for (const literal of core.toSorted((a, b) => b - a)) {
      if (core.includes(literal)) core = questions.ask(core.filter((other) => other !== literal)) ?? core;
    }
    return core.flatMap((literal) => questions.parts.get(literal) ?? []);
  } finally {
    questions.dispose();
  }
}

function describe(model: Model, absent: Absent, parts: readonly Part[], part: Part): ConflictPart {
  const name = (index: number) => model.meetings[index]?.id ?? "";
  switch (part.kind) {
    case "meeting":
      return { kind: "meeting", meeting: name(part.index) };
    case "order":
      return { kind: "order", earlier: name(part.earlier), later: name(part.later) };
    case "fairness":
      return { kind: "fairness", difference: model.problem.fairness ?? 0 };
    case "participant": {
      const own = parts.flatMap((other) => (other.kind === "meeting" && model.meetings[other.index]?.people.includes(part.index) ? [other.index] : []));
      const slots = new Set(own.flatMap((meeting) => openSlots(model, absent, new Set([part.index]), meeting)));
      return { kind: "participant", participant: model.people[part.index]?.id ?? "", meetings: own.length, slots: slots.size };
    }
    case "limits": {
      const things = new Set(model.limits.filter(({ kind, slot }) => kind === part.of && slot === part.slot).flatMap((limit) => limit.things));
      const slot = model.problem.slots[part.slot]?.id ?? "";
      const ids = (items: readonly { id: string }[]) => items.filter((_, index) => things.has(index)).map(({ id }) => id);
      if (part.of === "rooms") return { kind: "rooms", slot, rooms: ids(model.problem.rooms) };
      return { kind: "interpreters", slot, interpreters: ids(model.problem.interpreters) };
    }
  }
}

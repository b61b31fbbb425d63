import { z } from "zod";
import { problemSchema, type Problem } from "../problem";
import { findCycle } from "./cycle";
import { Unusable, type Fault, type Locate, type Path } from "./defect";

const numberSchema = z.int();

/**
 * The business-to-business meeting scheduling problem as it was published: everything is counted from 1. A session of 1
 * is the morning, 2 the afternoon, 0 any; a fixed slot of 0 is none.
 */
export const publishedSchema = z.object({
  participants: numberSchema,
  slots: numberSchema,
  morningSlots: numberSchema,
  locations: numberSchema,
  fairness: z.int().min(0).max(1_000_000).nullable().default(2),
  meetings: z.array(z.object({
    a: numberSchema,
    b: numberSchema,
    session: numberSchema.default(0),
    fixed: numberSchema.nullable().default(0),
    after: z.array(numberSchema).default([]),
    weight: z.int().min(1).max(1000).default(1),
  })),
  forbidden: z.array(z.array(numberSchema)).default([]),
});

export type Published = z.output<typeof publishedSchema>;

/** More is no event but a mistake, and would only fill the memory. */
const most = { participants: 100_000, slots: 1_000, locations: 10_000 };

/** Length of a slot in minutes. The format knows no times: slots follow one another, so any length will do. */
const slotMinutes = 30;

class Judge {
  readonly #locate: Locate;

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  refuse(path: Path, fault: Fault): never {
    throw new Unusable({ ...this.#locate(path), ...fault });
  }

  range(path: Path, found: number, [from, to]: readonly [number, number]): void {
    if (found < from || found > to) this.refuse(path, { reason: "out_of_range", found, from, to });
  }
}

function checkMeetings({ participants, slots, meetings }: Published, judge: Judge): void {
  for (const [index, meeting] of meetings.entries()) {
    const path = (...more: Path) => ["meetings", index, ...more];
    judge.range(path("a"), meeting.a, [1, participants]);
    judge.range(path("b"), meeting.b, [1, participants]);
    if (meeting.a === meeting.b) judge.refuse(path("b"), { reason: "with_itself", found: String(meeting.b) });
    judge.range(path("session"), meeting.session, [0, 2]);
    judge.range(path("fixed"), meeting.fixed ?? 0, [0, slots]);
    for (const [at, earlier] of meeting.after.entries()) judge.range(path("after", at), earlier, [1, meetings.length]);
  }
  const cycle = findCycle(meetings.map(({ after }) => after.map((earlier) => earlier - 1)));
  if (cycle) judge.refuse(["meetings", cycle[0] ?? 0, "after"], { reason: "cycle", meetings: cycle.map((index) => String(index + 1)) });
}

/** @throws Unusable where a number lies outside its range, or meetings have to be before one another in a circle */
function check(published: Published, locate: Locate): void {
  const judge = new Judge(locate);
  judge.range(["participants"], published.participants, [0, most.participants]);
  judge.range(["slots"], published.slots, [1, most.slots]);
  judge.range(["morningSlots"], published.morningSlots, [0, published.slots]);
  judge.range(["locations"], published.locations, [0, most.locations]);
  if (published.forbidden.length > published.participants) {
    const fault = { reason: "count", found: published.forbidden.length, wanted: published.participants, stated: "participants" } as const;
    judge.refuse(["forbidden"], fault);
  }
  for (const [person, row] of published.forbidden.entries()) {
    for (const [at, slot] of row.entries()) judge.range(["forbidden", person, at], slot, [0, published.slots]);
  }
  checkMeetings(published, judge);
}

const count = (to: number) => Array.from({ length: to }, (_, index) => index + 1);
const sessions = [null, "morning", "afternoon"] as const;

/**
 * The published problem as the solver reads it: participants "1" to "P", meetings "1" to "M", slots "1" to "T" and rooms
 * "1" to "L".
 * @throws Unusable where it makes no sense; `locate` says where a path of `published` stands in its file
 */
export function toProblem(published: Published, locate: Locate): Problem {
  check(published, locate);
  const { participants, slots, morningSlots, locations, meetings, forbidden, fairness } = published;
  return problemSchema.parse({
    slots: count(slots).map((slot) => ({
      id: String(slot),
      startsAt: (slot - 1) * slotMinutes,
      endsAt: slot * slotMinutes,
      session: slot <= morningSlots ? "morning" : "afternoon",
    })),
    participants: count(participants).map((person) => ({
      id: String(person),
      // 0 stands for "none" in the published files.
      unavailable: [...new Set(forbidden[person - 1])].filter((slot) => slot > 0).map(String),
    })),
    rooms: count(locations).map((room) => ({ id: String(room) })),
    meetings: meetings.map(({ a, b, session, fixed, after, weight }, index) => ({
      id: String(index + 1),
      participants: [String(a), String(b)],
      weight,
      session: sessions[session] ?? null,
      pinned: fixed === 0 || fixed === null ? null : { slot: String(fixed), room: null },
      after: [...new Set(after)].map(String),
    })),
    fairness,
  });
}

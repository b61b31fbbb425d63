import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Effort } from "../answer";
import { certify, type Certificate } from "../certificate";
import { readDzn } from "../format/read-dzn";
import { tryAll } from "../oracle/brute-force";
import { problemSchema, type Problem } from "../problem";
import { solve } from "../solve";
import { writeFormula, type Style } from "./formula";
import { findPlaces } from "./places";
import { Propagation } from "./propagation";
import { canCertify, readCertificate, verifyCertificate, type Claim } from "./verify-certificate";

// So long only where something is wrong: each of these problems takes milliseconds.
const effort: Effort = { seconds: 10, isCancelled: () => false, onProgress: () => undefined, now: () => performance.now() / 1000 };

const named = <T extends object>(prefix: string, items: T[]) => items.map((item, index) => ({ id: `${prefix}${index}`, ...item }));
const nameOf = (prefix: string, most: number) => fc.nat({ max: most - 1 }).map((index) => `${prefix}${index}`);
const rarely = <T>(usual: T, other: fc.Arbitrary<T>) => fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

type Size = { slots: number; people: number; isInPairs: boolean };

const meetings = ({ slots, people, isInPairs }: Size) => fc.array(fc.record({
  participants: fc.uniqueArray(nameOf("p", people), { minLength: 2, maxLength: isInPairs ? 2 : Math.min(3, people) }),
  slots: rarely(null, fc.uniqueArray(nameOf("s", slots))),
  session: rarely<string | null>(null, fc.constantFrom("morning", "afternoon")),
  pinned: rarely(null, fc.record({ slot: nameOf("s", slots) })),
  interpretation: rarely<string[]>([], fc.constant(["de", "pl"])),
  after: rarely([], fc.uniqueArray(nameOf("m", 3), { maxLength: 2 })),
}), { minLength: 3, maxLength: 7 }).map((items) => {
  const all = named("m", items);
  // Whoever is later in the list is later: no circles.
  return all.map((meeting, index) => ({ ...meeting, after: meeting.after.filter((id) => Number(id.slice(1)) < index) }));
});

/** Any small event in which all rooms, and all interpreters, suit every meeting. */
const problems: fc.Arbitrary<Problem> = fc
  .record({ slots: rarely(6, fc.integer({ min: 1, max: 5 })), people: fc.integer({ min: 3, max: 6 }), isInPairs: fc.boolean() })
  .chain((size) => {
    const absent = fc.uniqueArray(nameOf("s", size.slots), { maxLength: 2 });
    return fc.record({
      slots: fc.array(fc.constantFrom(5, 5, 30), { minLength: size.slots, maxLength: size.slots }).map((pauses) => {
        let at = 0;
        return pauses.map((pause, index) => {
          const slot = { id: `s${index}`, startsAt: at, endsAt: at + 20, session: index * 2 < pauses.length ? "morning" : "afternoon" };
          at += 20 + pause;
          return slot;
        });
      }),
      rooms: fc.array(fc.record({ unavailable: rarely([], absent) }), { minLength: 2, maxLength: 3 }).map((items) => named("r", items)),
      participants: fc
        .array(fc.record({ unavailable: absent, restMinutes: rarely(0, fc.constantFrom(5, 10, 30)) }), { minLength: size.people, maxLength: size.people })
        .map((items) => named("p", items)),
      interpreters: fc.array(fc.record({ languages: fc.constant(["de", "en", "pl"]), unavailable: rarely([], absent) }), { minLength: 1, maxLength: 2 }).map((items) => named("i", items)),
      meetings: meetings(size),
      fairness: fc.constantFrom(null, null, 0, 1, 2),
    }).map((problem) => problemSchema.parse(problem));
  });

function isTrue(problem: Problem, claim: Claim): boolean {
  const { unplaced, breaks } = tryAll(problem);
  return unplaced > 0 || (claim.kind === "breaks" && claim.atLeast <= breaks);
}

async function prove(problem: Problem): Promise<Certificate> {
  const certificate = await certify(problem, await solve(problem, effort), () => false);
  if (!certificate) throw new Error("no certificate was written");
  return certificate;
}

describe("the formula", () => {
  test.each<Style>(["people", "meetings"])("is satisfied by the schedules of all meetings alone, with their breaks: %s", (style) => {
    fc.assert(fc.property(problems, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (problem, choices) => {
      const places = findPlaces(problem);
      if (!places) throw new Error("rooms differ");
      const formula = new Propagation();
      const breaks = writeFormula(formula, problem, places, style);
      const chosen = places.slots.map((slots, index) => slots[(choices[index] ?? 0) % slots.length]);
      const pinned = places.meetings.map((meeting, index) => ({ ...meeting, pinned: { slot: problem.slots[chosen[index] ?? -1]?.id ?? "none", room: null } }));
      const { unplaced, breaks: most } = tryAll({ ...problem, meetings: pinned });
      const variables = places.slots.flatMap((slots, meeting) => slots.map((slot) => slot === chosen[meeting]));
      for (const [index, isThere] of variables.entries()) formula.add(isThere ? index + 1 : -index - 1);
      expect(formula.isContradictory).toBe(unplaced > 0);
      if (unplaced > 0) return;
      expect(breaks.filter((variable) => formula.follows([variable]))).toHaveLength(most);
      expect(breaks.filter((variable) => formula.follows([-variable]))).toHaveLength(breaks.length - most);
    }), { numRuns: 500 });
  }, 60_000);
});

describe("any small problem", () => {
  test("has a proof of its optimum", async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const certificate = await prove(problem);
      const { unplaced, breaks } = tryAll(problem);
      const claim = unplaced > 0 ? { kind: "infeasible" } : { kind: "breaks", atLeast: breaks };
      expect(verifyCertificate(problem, certificate)).toEqual({ ok: true, proved: claim });
    }), { numRuns: 100 });
  }, 60_000);

  test("has no proof of more, whatever becomes of the steps", async () => {
    const numbers = { at: fc.nat(), literal: fc.nat(), other: fc.nat(), more: fc.integer({ min: 0, max: 2 }) };
    const change = fc.record({ kind: fc.constantFrom(...changes), ...numbers });
    await fc.assert(fc.asyncProperty(problems, fc.array(change, { minLength: 1, maxLength: 4 }), async (problem, wanted) => {
      const proof = await prove(problem);
      const changed = wanted.reduce((certificate, one) => alter(certificate, one), proof);
      const verdict = verifyCertificate(problem, changed);
      expect(isTrue(problem, verdict.ok ? verdict.proved : { kind: "breaks", atLeast: verdict.bound })).toBe(true);
    }), { numRuns: 200 });
  }, 60_000);

  test("has no proof by steps that somebody made up", () => {
    const clause = fc.array(fc.integer({ min: -80, max: 80 }).filter((literal) => literal !== 0), { maxLength: 3 });
    const steps = fc.array(fc.record({ kind: fc.constantFrom("lemma", "core"), clause }), { maxLength: 12 });
    fc.assert(fc.property(problems, steps, fc.nat({ max: 4 }), fc.constantFrom("people", "meetings"), (problem, made, atLeast, style) => {
      const claim: Claim = atLeast === 0 ? { kind: "infeasible" } : { kind: "breaks", atLeast };
      const verdict = verifyCertificate(problem, { format: "pomost-certificate-1", style, claim, steps: made });
      expect(isTrue(problem, verdict.ok ? verdict.proved : { kind: "breaks", atLeast: verdict.bound })).toBe(true);
    }), { numRuns: 300 });
  }, 60_000);
});

const changes = ["drop", "flip", "twice", "shorten", "core", "claim", "infeasible", "style"] as const;
type Change = { kind: (typeof changes)[number]; at: number; literal: number; other: number; more: number };

/** One thing of a certificate that is not as it was. */
function alter(certificate: Certificate, { kind, at, literal, more }: Change): Certificate {
  const { steps, claim } = certificate;
  if (kind === "claim") return { ...certificate, claim: { kind: "breaks", atLeast: (claim.kind === "breaks" ? claim.atLeast : 0) + more } };
  if (kind === "infeasible") return { ...certificate, claim: { kind: "infeasible" } };
  if (kind === "style") return { ...certificate, style: certificate.style === "people" ? "meetings" : "people" };
  const index = at % Math.max(1, steps.length);
  const step = steps[index];
  if (!step) return certificate;
  const place = literal % Math.max(1, step.clause.length);
  const instead = {
    drop: [],
    twice: [step, step],
    core: [{ ...step, kind: "core" as const }],
    flip: [{ ...step, clause: step.clause.map((one, other) => (other === place ? -one : one)) }],
    shorten: [{ ...step, clause: step.clause.toSpliced(place, 1) }],
  }[kind];
  return { ...certificate, steps: steps.toSpliced(index, 1, ...instead) };
}

/** One of three who all meet each other is away in the middle of three slots, so that it has a break. */
const gaps = problemSchema.parse({
  slots: named("s", [0, 20, 40].map((startsAt) => ({ startsAt, endsAt: startsAt + 20 }))),
  participants: [{ id: "a", unavailable: ["s1"] }, { id: "b" }, { id: "c" }],
  rooms: named("r", [{}]),
  meetings: [{ id: "x", participants: ["a", "b"] }, { id: "y", participants: ["a", "c"] }, { id: "z", participants: ["b", "c"] }],
});

describe("a changed proof is refused, and the step named", () => {
  const write = (claim: Claim, ...steps: Certificate["steps"]): Certificate => ({ format: "pomost-certificate-1", style: "meetings", claim, steps });
  const claim = (atLeast: number): Claim => ({ kind: "breaks", atLeast });
  // The first of them is the break of a.
  const places = findPlaces(gaps);
  const breaks = places ? writeFormula(new Propagation(), gaps, places, "meetings") : [];
  const core = { kind: "core" as const, clause: breaks.slice(0, 1) };

  test.each<[string, Certificate, object]>([
    ["as it was", write(claim(1), core), { ok: true, proved: claim(1) }],
    ["a higher claim", write(claim(2), core), { ok: false, step: null, why: "claim_not_reached", bound: 1 }],
    ["another claim", write({ kind: "infeasible" }, core), { ok: false, step: null, why: "claim_not_reached", bound: 1 }],
    ["a dropped core", write(claim(1)), { ok: false, step: null, why: "claim_not_reached", bound: 0 }],
    ["a core listed twice", write(claim(2), core, core), { ok: false, step: 1, why: "no_open_wish", bound: 1 }],
    ["a literal listed twice", write(claim(1), { kind: "core", clause: [...core.clause, ...core.clause] }), { ok: false, step: 0, why: "wish_twice", bound: 0 }],
    ["a flipped literal", write(claim(1), { kind: "core", clause: core.clause.map((one) => -one) }), { ok: false, step: 0, why: "does_not_follow", bound: 0 }],
    ["a core that is no wish", write(claim(1), { kind: "core", clause: [1, 2] }), { ok: false, step: 0, why: "no_open_wish", bound: 0 }],
    ["an unknown variable", write(claim(1), core, { kind: "lemma", clause: [-999] }), { ok: false, step: 1, why: "unknown_variable", bound: 1 }],
    ["a lemma that is none", write(claim(0), { kind: "lemma", clause: [1] }), { ok: false, step: 0, why: "does_not_follow", bound: 0 }],
  ])("%s", (_, certificate, verdict) => {
    expect(tryAll(gaps)).toMatchObject({ unplaced: 0, breaks: 1 });
    expect(verifyCertificate(gaps, certificate)).toEqual(verdict);
  });

  test("nothing is certified where the meetings of a slot may have different rooms", () => {
    const [first, ...others] = gaps.meetings;
    const rooms = [...gaps.rooms, ...problemSchema.shape.rooms.parse([{ id: "other" }])];
    const problem = { ...gaps, rooms, meetings: first ? [{ ...first, rooms: ["other"] }, ...others] : [] };
    expect([canCertify(gaps), canCertify(problem)]).toEqual([true, false]);
    expect(verifyCertificate(problem, write(claim(0)))).toMatchObject({ ok: false, step: null, why: "rooms_differ" });
  });
});

test.each([
  ["", { reason: "empty" }],
  ["{", { reason: "not_json" }],
  ['{"format":"pomost-certificate-2"}', { reason: "schema", field: "format" }],
  ['{"format":"pomost-certificate-1","style":"people","claim":{"kind":"breaks"},"steps":[]}', { reason: "schema", field: "claim.atLeast" }],
  ['{"format":"pomost-certificate-1","style":"people","claim":{"kind":"infeasible"},"steps":[\n{"kind":"lemma","clause":[1,0]}]}', { reason: "schema", field: "steps[0].clause[1]", line: 2 }],
  ['{"format":"pomost-certificate-1","style":"people","claim":{"kind":"infeasible"},"steps":[{"kind":"lemma","clause":[1.5]}]}', { reason: "schema", field: "steps[0].clause[0]" }],
])("a file that is none is refused: %s", (text, defect) => {
  expect(readCertificate(text)).toMatchObject({ ok: false, defect });
});

const published = "../shared/b2b/instances";

test.each([["tic-12.fixed040-Forb", null], ["forumt-14.original", 5], ["forumt-14crafe.original", 5]])("the published event %s has a proof of its optimum", async (name, optimum) => {
  const file = `${published}/${name}.dzn`;
  if (!existsSync(file)) return console.log(`Not proved: there is no ${file}.`);
  const problem = readDzn(readFileSync(file, "utf8"));
  if (!problem.ok) throw new Error(problem.defect.reason);
  const known = { status: optimum === null ? ("infeasible" as const) : ("optimal" as const), breaks: optimum ?? 0 };
  const certificate = await certify(problem.value, { ...nothingElse, ...known }, () => false);
  const claim = optimum === null ? { kind: "infeasible" } : { kind: "breaks", atLeast: optimum };
  if (!certificate) throw new Error("no certificate was written");
  expect(verifyCertificate(problem.value, certificate)).toEqual({ ok: true, proved: claim });
  if (certificate.claim.kind !== "breaks") return;
  const higher = { ...certificate, claim: { kind: "breaks" as const, atLeast: certificate.claim.atLeast + 1 } };
  expect(verifyCertificate(problem.value, higher)).toMatchObject({ ok: false, step: null, why: "claim_not_reached", bound: optimum });
}, 60_000);

/** What `certify` does not look at: the optimum is known from the publication, and solving is tested elsewhere. */
const nothingElse = { placements: [], unplaced: [], levels: [], conflict: null, seconds: 0, seed: 1, isCut: false };

import { expect, test } from "vitest";
import type { Person } from "@/domain/actor";
import { getReport } from "@/domain/funding-report/queries/get-report";
import { judgeBreaks } from "@/domain/funding-report/rules";
import type { ScopeInput } from "@/domain/funding-report/schema";
import type { RequestState } from "@/domain/request/schema";
import { db } from "@/prisma/client";
import { createRandomProgramme } from "@/prisma/factories/funding";
import { exportOpenData } from "./commands";
import type { OpenExport, OpenTables } from "./schema";

// Counted again from the file alone, in another way than the report counts: anybody could do it.

type Row = Record<string, unknown>;
const distinct = (values: Iterable<unknown>) => new Set(values).size;
const tallyRows = (rows: readonly { organisation: number }[]) => ({ organisations: distinct(rows.map(({ organisation }) => organisation)), participants: rows.length });

function countBy<Value extends string>(rows: readonly Row[], column: string, values: readonly Value[]) {
  const counts: Record<string, number> = Object.fromEntries(values.map((value) => [value, 0]));
  for (const row of rows) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
  return counts;
}

/** Free stretches between two meetings of each participant, from the string of taken slots. */
function recountBreaks(slots: number, meetings: OpenTables["meetings"]) {
  const days = new Map<number, string[]>();
  for (const { slot, participantA, participantB } of meetings) {
    for (const participant of slot === null ? [] : [participantA, participantB]) {
      const day = days.get(participant) ?? Array.from({ length: slots }, () => ".");
      day[(slot ?? 0) - 1] = "x";
      days.set(participant, day);
    }
  }
  const breaks = [...days.values()].map((day) => (day.join("").replace(/^\.+|\.+$/g, "").match(/\.+/g) ?? []).length);
  return { people: days.size, breaks: breaks.reduce((sum, one) => sum + one, 0), peopleWithBreaks: breaks.filter((one) => one > 0).length };
}

function recountMeetings(tables: OpenTables, meetings: OpenTables["meetings"], versions: OpenTables["versions"]) {
  const country = (number: number) => tables.organisations.find(({ organisation }) => organisation === number)?.country;
  const agreed = meetings.filter(({ state }) => state !== "cancelled");
  const isSaid = agreed.some(({ held }) => held !== null);
  return {
    agreed: agreed.length,
    requested: agreed.length - agreed.filter(({ origin }) => origin === "pairing").length,
    paired: agreed.filter(({ origin }) => origin === "pairing").length,
    across: agreed.filter(({ organisationA, organisationB }) => country(organisationA) !== country(organisationB)).length,
    placed: versions.some(({ isInForce }) => isInForce) ? agreed.length - agreed.filter(({ slot }) => slot === null).length : null,
    held: isSaid ? agreed.filter(({ held }) => held === true).length : null,
    again: isSaid ? agreed.filter(({ second }) => second).length : null,
    arranged: isSaid ? agreed.filter(({ second }) => second === "arranged").length : null,
  };
}

/** `rows`: those who take part in one event, or in all. */
function recountPresence(rows: OpenTables["registrations"]) {
  const events = new Set(rows.filter(({ attendance }) => attendance).map(({ event }) => event));
  const own = rows.filter(({ event }) => events.has(event));
  const [absent, unrecorded] = [own.filter(({ attendance }) => attendance === "absent").length, own.filter(({ attendance }) => attendance === null).length];
  return events.size === 0 ? null : { came: own.length - absent - unrecorded, absent, unrecorded };
}

const said = ["not_held", "not_interesting", "informative", "cooperation"];
const recountOutcomes = (rows: OpenTables["outcomes"]) => (rows.length === 0 ? null : countBy(rows, "outcome", said));

function recountEvent({ tables }: OpenExport, event: OpenTables["events"][number], taking: OpenTables["registrations"]) {
  const of = <T extends { event: string | null }>(rows: T[]) => rows.filter((row) => row.event === event.event);
  const version = of(tables.versions).find(({ isInForce }) => isInForce);
  const meetings = of(tables.meetings);
  return {
    event: event.event,
    tally: tallyRows(of(taking)),
    presence: recountPresence(of(taking)),
    registrations: countBy(of(tables.registrations), "state", ["pending", "returned", "approved", "waiting", "refused", "cancelled"]),
    requests: countBy(of(tables.requests), "state", ["pending", "accepted", "declined", "withdrawn", "expired"]),
    meetings: recountMeetings(tables, meetings, of(tables.versions)),
    outcomes: recountOutcomes(of(tables.outcomes)),
    schedule: version
      ? { number: version.version, basis: version.basis, bound: version.bound, meetings: meetings.filter(({ slot }) => slot !== null).length, ...recountBreaks(event.slots, meetings) }
      : null,
  };
}

function recountCooperations(tables: OpenTables) {
  const country = new Map(tables.organisations.map((one) => [one.organisation, one.country]));
  const pairs: Record<string, OpenTables["cooperations"]> = {};
  for (const row of tables.cooperations) {
    if (row.isConfirmed === false) continue;
    const [a = 0, b = 0] = [row.organisationA, row.organisationB].toSorted((x, y) => x - y);
    (pairs[`${a}-${b}`] ??= []).push(row);
  }
  return Object.values(pairs).map((rows) => {
    const [last] = rows.toSorted((a, b) => Date.parse(b.stageAt) - Date.parse(a.stageAt));
    if (!last) throw new Error("unreachable");
    return {
      ...last,
      isSure: rows.length > 1 || rows.some(({ isConfirmed }) => isConfirmed),
      isAcross: country.get(last.organisationA) !== country.get(last.organisationB),
    };
  });
}

function recountIndicators({ tables, countries, asOf }: OpenExport, taking: OpenTables["registrations"], cooperations: ReturnType<typeof recountCooperations>) {
  const country = new Map(tables.organisations.map((one) => [one.organisation, one.country]));
  const joint = tables.events.filter(({ event }) =>
    countries.every((code) => taking.some((row) => row.event === event && country.get(row.organisation) === code)));
  const bridging = tables.meetings.filter(({ slot, state, organisationA, organisationB }) => slot !== null && state === "agreed" && country.get(organisationA) !== country.get(organisationB));
  const lasting = cooperations.filter(({ isSure, isAcross, stage }) => isSure && isAcross && ["agreement", "project"].includes(stage));
  return [
    {
      code: "rco81",
      value: joint.map(({ event }) => taking.filter((row) => row.event === event)).map((rows) => recountPresence(rows)?.came ?? rows.length).reduce((sum, one) => sum + one, 0),
    },
    ...(tables.events.some(({ endsAt }) => endsAt <= asOf) ? [{ code: "rco115", value: joint.filter(({ endsAt }) => endsAt <= asOf).length }] : []),
    ...(tables.versions.some(({ isInForce }) => isInForce) ? [{ code: "rco87", value: distinct(bridging.flatMap((row) => [row.organisationA, row.organisationB])) }] : []),
    ...(cooperations.length > 0 ? [{ code: "rcr84", value: distinct(lasting.flatMap((row) => [row.organisationA, row.organisationB])) }] : []),
  ];
}

/** What a list of organisations is told by, each with its tally. */
function recountBy(tables: OpenTables, taking: OpenTables["registrations"], column: "country" | "region" | "type") {
  const codes = new Map(tables.organisations.map((one) => [one.organisation, one[column]]));
  const found = [...new Set(taking.map(({ organisation }) => codes.get(organisation) ?? ""))].toSorted();
  return found.map((code) => ({ code, ...tallyRows(taking.filter(({ organisation }) => codes.get(organisation) === code)) }));
}

function recount(open: OpenExport) {
  const { tables } = open;
  const admitted = new Set(tables.organisations.filter(({ isAdmitted }) => isAdmitted).map(({ organisation }) => organisation));
  const taking = tables.registrations.filter(({ state, organisation }) => state === "approved" && admitted.has(organisation));
  const requests = countBy(tables.requests, "state", ["pending", "accepted", "declined", "withdrawn", "expired"]);
  const ended = (requests["accepted"] ?? 0) + (requests["declined"] ?? 0) + (requests["expired"] ?? 0);
  const cooperations = recountCooperations(tables);
  return {
    tally: tallyRows(taking),
    presence: recountPresence(taking),
    countries: recountBy(tables, taking, "country"),
    regions: recountBy(tables, taking, "region"),
    types: recountBy(tables, taking, "type"),
    registrations: countBy(tables.registrations, "state", ["pending", "returned", "approved", "waiting", "refused", "cancelled"]),
    requests,
    answerRate: ended === 0 ? null : (ended - (requests["expired"] ?? 0)) / ended,
    meetings: recountMeetings(tables, tables.meetings, tables.versions),
    outcomes: recountOutcomes(tables.outcomes),
    cooperations: cooperations.length === 0 ? null : ["idea", "talks", "agreement", "project", "ended"].map((stage) => {
      const own = cooperations.filter((one) => one.stage === stage);
      return { stage, all: own.length, confirmed: own.filter(({ isSure }) => isSure).length, across: own.filter(({ isAcross }) => isAcross).length };
    }),
    events: tables.events.map((event) => recountEvent(open, event, taking)),
    indicators: recountIndicators(open, taking, cooperations),
  };
}

const byCode = <T extends { code: string }>(rows: readonly T[]) => rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));

const seeds = [1, 2, 3, 4, 5];
const seen = { breaks: 0, presence: 0, proofs: new Set<string>(), cooperations: 0, outcomes: 0 };

async function expectRecount(organiser: Person, scope: ScopeInput) {
  const [{ figures }, open] = [await getReport(organiser, scope, "en"), await exportOpenData(organiser, scope, "json")];
  if (!open.ok) throw new Error(open.reason);
  const told = {
    ...figures,
    countries: byCode(figures.countries), regions: byCode(figures.regions), types: byCode(figures.types),
    events: figures.events.map(({ event: { slug }, schedule, ...rest }) => {
      if (schedule) seen.proofs.add(judgeBreaks(schedule));
      const { releasedAt: _at, ...measured } = schedule ?? { releasedAt: null };
      return { event: slug, ...rest, schedule: schedule ? measured : null };
    }),
  };
  expect(recount(JSON.parse(JSON.stringify(open.value)) as OpenExport)).toEqual(told);
  seen.breaks += figures.events.reduce((sum, { schedule }) => sum + (schedule?.breaks ?? 0), 0);
  if (figures.cooperations) seen.cooperations += 1;
  if (figures.outcomes) seen.outcomes += 1;
  if (figures.presence) seen.presence += 1;
  return figures;
}

/** What the tables hold, asked of the database one by one. */
async function askTables(programmeId: string) {
  const admitted = { admissions: { some: { programmeId, state: "approved" as const } } };
  const event = { programmeId };
  const agreed = { event, state: "agreed" as const };
  const requests = (state: RequestState) => db.meetingRequest.count({ where: { event, state } });
  return {
    organisations: await db.organisation.count({ where: { ...admitted, registrations: { some: { event, state: "approved" } } } }),
    participants: await db.registration.count({ where: { event, state: "approved", organisation: admitted } }),
    waiting: await db.registration.count({ where: { event, state: "waiting" } }),
    pending: await requests("pending"), accepted: await requests("accepted"), declined: await requests("declined"), withdrawn: await requests("withdrawn"), expired: await requests("expired"),
    agreed: await db.meeting.count({ where: agreed }),
    paired: await db.meeting.count({ where: { ...agreed, origin: "pairing" } }),
    placed: await db.meeting.count({ where: { ...agreed, seats: { some: {} } } }),
    said: await db.rating.count({ where: { side: { meeting: agreed } } }),
    came: await db.attendance.count({ where: { state: { not: "absent" }, registration: { event, state: "approved", organisation: admitted } } }),
    again: await db.secondMeeting.count({ where: { meeting: agreed } }),
  };
}

test.each(seeds)("every figure of a random programme (%i) is counted again from the open export alone, and from the tables", async (seed) => {
  const { organiser, programme, events } = await createRandomProgramme(seed);
  const scope = { programme: programme.slug, event: undefined };
  const figures = await expectRecount(organiser, scope);
  await expectRecount(organiser, { ...scope, event: events[0]?.slug });
  expect({
    ...figures.tally, came: figures.presence?.came ?? 0, waiting: figures.registrations.waiting, ...figures.requests, agreed: figures.meetings.agreed, paired: figures.meetings.paired,
    placed: figures.meetings.placed ?? 0, said: Object.values(figures.outcomes ?? {}).reduce((sum, one) => sum + one, 0), again: figures.meetings.again ?? 0,
  }).toEqual(await askTables(programme.id));
});

test("the random programmes hold what is hard to count", () => {
  expect(seen.breaks).toBeGreaterThan(0);
  expect(seen.cooperations).toBeGreaterThan(0);
  expect(seen.outcomes).toBeGreaterThan(0);
  expect(seen.presence).toBeGreaterThan(0);
  expect([...seen.proofs].toSorted()).toEqual(expect.arrayContaining(["changed", "none", "proved"]));
});

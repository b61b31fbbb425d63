import { organisationTypes } from "@/domain/organisation/schema";
import { stages } from "@/domain/cooperation/schema";
import { outcomes, type Outcome } from "@/domain/outcome/schema";
import { answerRate } from "@/domain/overview/rules";
import { registrationStates } from "@/domain/registration/schema";
import { requestStates } from "@/domain/request/schema";
import type { Entry } from "@/domain/schedule/schema";
import type { Answer } from "@/domain/schedule/solver/answer";
import { measure } from "@/domain/schedule/solver/figures";
import {
  type CodedTally, type EventFact, type EventFigures, type Facts, type Figures, type IndicatorCode, indicatorCodes, type MeetingCounts, type MeetingFact, type OutcomeCounts,
  type OrganisationFact, type Presence, type RegistrationFact, type RequestFact, type ScheduleBasis, type ScheduleFigures, type StageCount, type Tally,
} from "./schema";

type Participation = Pick<RegistrationFact, "eventId" | "attendance"> & { organisation: OrganisationFact };

/** Approved registrations of admitted organisations: whoever takes part. */
function listParticipations({ organisations, registrations }: Facts): Participation[] {
  const admitted = new Map(organisations.filter(({ isAdmitted }) => isAdmitted).map((organisation) => [organisation.id, organisation]));
  return registrations.flatMap(({ eventId, organisationId, state, attendance }) => {
    const organisation = admitted.get(organisationId);
    return organisation && state === "approved" ? [{ eventId, attendance, organisation }] : [];
  });
}

function tally(participations: readonly Participation[]): Tally {
  return { organisations: new Set(participations.map(({ organisation }) => organisation.id)).size, participants: participations.length };
}

/** Whoever is here or has left has come. */
function hasCome({ attendance }: Participation): boolean {
  return attendance === "here" || attendance === "left";
}

function countPresence(participations: readonly Participation[]): Presence | null {
  const recorded = participations.filter(({ attendance }) => attendance !== null);
  if (recorded.length === 0) return null;
  const came = recorded.filter(hasCome).length;
  return { came, absent: recorded.length - came, unrecorded: participations.length - recorded.length };
}

/** By country, region or type; the largest first. */
function tallyBy<Code extends string>(participations: readonly Participation[], codeOf: (organisation: OrganisationFact) => Code): CodedTally<Code>[] {
  return [...Map.groupBy(participations, ({ organisation }) => codeOf(organisation))]
    .map(([code, own]) => ({ code, ...tally(own) }))
    .toSorted((a, b) => b.organisations - a.organisations || b.participants - a.participants || (a.code < b.code ? -1 : 1));
}

function countStates<State extends string>(states: readonly State[], rows: readonly { state: State }[]): Record<State, number> {
  return Object.fromEntries(states.map((state) => [state, rows.filter((row) => row.state === state).length])) as Record<State, number>;
}

type Countries = ReadonlyMap<string, string>;

function isAcross({ lowId, highId }: MeetingFact, countries: Countries): boolean {
  return countries.get(lowId) !== countries.get(highId);
}

function saidOf({ lowOutcome, highOutcome }: MeetingFact): Outcome[] {
  return [lowOutcome, highOutcome].filter((outcome) => outcome !== null);
}

/** Some side says what came of it, and none that it was not held. */
export function isHeld(meeting: MeetingFact): boolean {
  const said = saidOf(meeting);
  return said.length > 0 && !said.includes("not_held");
}

function countOutcomes(meetings: readonly MeetingFact[]): OutcomeCounts | null {
  const said = meetings.filter(({ state }) => state === "agreed").flatMap(saidOf);
  if (said.length === 0) return null;
  return Object.fromEntries(outcomes.map((outcome) => [outcome, said.filter((one) => one === outcome).length])) as OutcomeCounts;
}

/** Two organisations, whoever noted it: what was said last. What the partner denied counts for nothing. */
function listCooperations({ cooperations }: Facts, countries: Countries) {
  const pairs = Map.groupBy(cooperations.filter(({ isConfirmed }) => isConfirmed !== false), ({ authorId, partnerId }) => [authorId, partnerId].toSorted().join());
  return [...pairs.values()].map((rows) => {
    const last = rows.reduce((latest, row) => (row.stageAt > latest.stageAt ? row : latest));
    return {
      stage: last.stage,
      sides: [last.authorId, last.partnerId],
      isConfirmed: rows.some(({ isConfirmed }) => isConfirmed === true) || new Set(rows.map(({ authorId }) => authorId)).size > 1,
      isAcross: countries.get(last.authorId) !== countries.get(last.partnerId),
    };
  });
}

type Cooperations = ReturnType<typeof listCooperations>;

function countStages(list: Cooperations): StageCount[] | null {
  if (list.length === 0) return null;
  return stages.map((stage) => {
    const own = list.filter((one) => one.stage === stage);
    return { stage, all: own.length, confirmed: own.filter(({ isConfirmed }) => isConfirmed).length, across: own.filter((one) => one.isAcross).length };
  });
}

function countMeetings(meetings: readonly MeetingFact[], events: readonly EventFact[], countries: Countries): MeetingCounts {
  const agreed = meetings.filter(({ state }) => state === "agreed");
  const count = (test: (meeting: MeetingFact) => boolean) => agreed.filter(test).length;
  const isSaid = agreed.some((meeting) => saidOf(meeting).length > 0);
  return {
    agreed: agreed.length,
    requested: count(({ origin }) => origin === "request"),
    paired: count(({ origin }) => origin === "pairing"),
    across: count((meeting) => isAcross(meeting, countries)),
    placed: events.some(({ schedule }) => schedule !== null) ? count(({ slotId }) => slotId !== null) : null,
    held: isSaid ? count((meeting) => isHeld(meeting)) : null,
    again: isSaid ? count(({ second }) => second !== null) : null,
    arranged: isSaid ? count(({ second }) => second === "arranged") : null,
  };
}

/**
 * Whether an accepted run says something of the schedule in force: only where every meeting still has the slot that the
 * run gave it. Rooms say nothing of breaks.
 */
export function judgeBasis(answer: Answer | null, entries: readonly Pick<Entry, "meetingId" | "slotId">[]): { basis: ScheduleBasis; bound: number | null } {
  if (!answer) return { basis: "by_hand", bound: null };
  const slots = new Map(answer.placements.map(({ meeting, slot }) => [meeting, slot]));
  const isSame = slots.size === entries.length && entries.every(({ meetingId, slotId }) => slots.get(meetingId) === slotId);
  if (!isSame) return { basis: "changed", bound: null };
  const level = answer.levels.find(({ name }) => name === "breaks");
  return { basis: "optimised", bound: level && level.argument !== "given_times" ? level.bound : null };
}

/** What is known of the breaks: there are none, as few as possible, at least so many, or nothing. */
export type BreakProof = "none" | "proved" | "bounded" | "open" | "changed" | "by_hand";

export function judgeBreaks({ breaks, basis, bound }: Pick<ScheduleFigures, "breaks" | "basis" | "bound">): BreakProof {
  if (breaks === 0) return "none";
  if (basis !== "optimised") return basis;
  if (bound === null || bound <= 0) return "open";
  return bound >= breaks ? "proved" : "bounded";
}

function measureSchedule({ slotIds, schedule }: EventFact, meetings: readonly MeetingFact[]): ScheduleFigures | null {
  if (!schedule) return null;
  const placed = meetings.flatMap(({ id, slotId, roomId, lowPersonId, highPersonId }) =>
    slotId === null || roomId === null ? [] : [{ meetingId: id, slotId, roomId, people: [lowPersonId, highPersonId] }]);
  const slots = slotIds.map((id) => ({ id }));
  const own = Map.groupBy(placed.flatMap((entry) => entry.people.map((person) => ({ person, entry }))), ({ person }) => person);
  // One after the other, as `measure` adds up what all have.
  const breaks = [...own].map(([person, stops]) => measure(slots, () => [person], stops.map(({ entry }) => entry)).breaks);
  return {
    ...schedule,
    meetings: placed.length,
    people: own.size,
    breaks: breaks.reduce((sum, count) => sum + count, 0),
    peopleWithBreaks: breaks.filter((count) => count > 0).length,
  };
}

type Counted = { participations: readonly Participation[]; cooperations: Cooperations; countries: Countries };

function countIndicators(facts: Facts, { participations, cooperations, countries }: Counted, asOf: Date): Record<IndicatorCode, number | null> {
  const byEvent = Map.groupBy(participations, ({ eventId }) => eventId);
  // Both sides of the border take part.
  const joint = facts.events.filter(({ id }) => {
    const present = new Set((byEvent.get(id) ?? []).map(({ organisation }) => organisation.country));
    return facts.countries.filter((country) => present.has(country)).length > 1;
  });
  const isComing = ({ endsAt }: EventFact) => endsAt > asOf;
  const across = facts.meetings.filter((meeting) => meeting.state === "agreed" && meeting.slotId !== null && isAcross(meeting, countries));
  const firm = cooperations.filter(({ stage, isConfirmed, isAcross: goesAcross }) => isConfirmed && goesAcross && (stage === "agreement" || stage === "project"));
  return {
    // Who came where that is known; otherwise who registered.
    rco81: joint.reduce((sum, { id }) => {
      const present = byEvent.get(id) ?? [];
      return sum + (countPresence(present)?.came ?? present.length);
    }, 0),
    rco87: facts.events.every(({ schedule }) => schedule === null) ? null : new Set(across.flatMap(({ lowId, highId }) => [lowId, highId])).size,
    rco115: facts.events.every(isComing) ? null : joint.filter((event) => !isComing(event)).length,
    rcr84: cooperations.length === 0 ? null : new Set(firm.flatMap(({ sides }) => sides)).size,
  };
}

function countEvent(event: EventFact, rows: { participations: readonly Participation[]; registrations: readonly RegistrationFact[]; requests: readonly RequestFact[]; meetings: readonly MeetingFact[] }, countries: Countries): EventFigures {
  return {
    event,
    tally: tally(rows.participations),
    presence: countPresence(rows.participations),
    registrations: countStates(registrationStates, rows.registrations),
    requests: countStates(requestStates, rows.requests),
    meetings: countMeetings(rows.meetings, [event], countries),
    outcomes: countOutcomes(rows.meetings),
    schedule: measureSchedule(event, rows.meetings),
  };
}

/** Every figure of a report, from the rows alone. An organisation that takes part in two events is one organisation, and two participants. */
export function countFigures(facts: Facts, asOf: Date): Figures {
  const participations = listParticipations(facts);
  const countries: Countries = new Map(facts.organisations.map(({ id, country }) => [id, country]));
  const of = <Row extends { eventId: string }>(rows: readonly Row[]) => {
    const groups = Map.groupBy(rows, ({ eventId }) => eventId);
    return (id: string) => groups.get(id) ?? [];
  };
  const [taking, registrations, requests, meetings] = [of(participations), of(facts.registrations), of(facts.requests), of(facts.meetings)];
  const answered = countStates(requestStates, facts.requests);
  const cooperations = listCooperations(facts, countries);
  const indicators = countIndicators(facts, { participations, cooperations, countries }, asOf);
  const types = tallyBy(participations, ({ type }) => type);
  const recorded = new Set(participations.filter(({ attendance }) => attendance !== null).map(({ eventId }) => eventId));
  return {
    tally: tally(participations),
    presence: countPresence(participations.filter(({ eventId }) => recorded.has(eventId))),
    countries: tallyBy(participations, ({ country }) => country),
    regions: tallyBy(participations, ({ region }) => region),
    types: organisationTypes.flatMap((code) => types.filter((type) => type.code === code)),
    registrations: countStates(registrationStates, facts.registrations),
    requests: answered,
    answerRate: answerRate(answered),
    meetings: countMeetings(facts.meetings, facts.events, countries),
    outcomes: countOutcomes(facts.meetings),
    cooperations: countStages(cooperations),
    events: facts.events.map((event) =>
      countEvent(event, { participations: taking(event.id), registrations: registrations(event.id), requests: requests(event.id), meetings: meetings(event.id) }, countries)),
    indicators: indicatorCodes.flatMap((code) => (indicators[code] === null ? [] : [{ code, value: indicators[code] }])),
  };
}

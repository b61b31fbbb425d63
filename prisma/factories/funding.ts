import { randomUUID } from "node:crypto";
import { db } from "../client";
import type { CooperationStage, OrganisationType, Outcome, RegistrationState, RequestState } from "../generated/client";
import { createMember, createOrganisation } from "./organisation";
import { createMeeting, type createParticipant, createRegistration, createRequest } from "./meeting";
import { createStaff } from "./people";
import { createEvent, createProgramme } from "./programme";
import { createRun } from "./schedule";

/** Numbers that look random, the same for each seed. */
function dice(seed: number) {
  let state = seed;
  const roll = (sides: number) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) % sides;
  };
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[roll(items.length)] ?? items[0];
  return { roll, pick };
}

const places: readonly [[string, string], ...[string, string][]] = [["PL", "PL42"], ["PL", "PL43"], ["DE", "DE80"], ["DE", "DE40"], ["CZ", "CZ"]];
const types: readonly [OrganisationType, ...OrganisationType[]] = ["it_company", "business_support", "employer_association", "research"];
const registered: readonly [RegistrationState, ...RegistrationState[]] = ["approved", "approved", "approved", "approved", "approved", "pending", "returned", "waiting", "refused", "cancelled"];
const asked: readonly [RequestState, ...RequestState[]] = ["pending", "accepted", "declined", "withdrawn", "expired"];
const said: readonly [Outcome, ...Outcome[]] = ["cooperation", "informative", "not_interesting", "not_held"];
const stages: readonly [CooperationStage, ...CooperationStage[]] = ["idea", "talks", "agreement", "project", "ended"];

const shown: readonly [Presence, ...Presence[]] = [{ state: "here", arrivedAt: new Date() }, { state: "left", arrivedAt: new Date() }, { state: "absent" }];

type Presence = { state: "here" | "left" | "absent"; arrivedAt?: Date };
type Dice = ReturnType<typeof dice>;
type Event = Awaited<ReturnType<typeof createEvent>>;
type Participant = Awaited<ReturnType<typeof createParticipant>>;

type Pair = readonly [Participant, Participant];

/** What either side says, and whether they meet again. */
async function addRatings(meetingId: string, pair: Pair, { roll, pick }: Dice): Promise<void> {
  const wishesAgain = roll(2) === 0;
  const sides = pair.filter(() => roll(2) === 0);
  for (const { organisation, actor } of sides) await db.rating.create({ data: { meetingId, organisationId: organisation.id, userId: actor.userId, outcome: pick(said), wishesAgain } });
  if (sides.length < 2 || !wishesAgain) return;
  const time = roll(2) === 0 ? { startsAt: new Date(), proposedById: pair[0].organisation.id, confirmedAt: new Date() } : {};
  await db.secondMeeting.create({ data: { meetingId, ...time } });
}

/** A request, and perhaps a meeting that has its seats, was cancelled, or leads to something. */
async function addMeeting(event: Event, pair: Pair, own: Dice): Promise<void> {
  const { roll, pick } = own;
  const [one, other] = pair;
  const state = pick(asked);
  const request = await createRequest(one, other, { state, ...(state === "pending" ? {} : { answeredAt: new Date() }) });
  if (roll(4) === 0) return;
  const meeting = await createMeeting(one, other, roll(2) === 0 ? { origin: "request", requestId: request.id } : {});
  if (roll(6) === 0) {
    await db.meeting.update({ where: { id: meeting.id }, data: { state: "cancelled" } });
    return;
  }
  if (roll(4) > 0) await db.$queryRaw`SELECT seat_meeting(${meeting.id}::uuid, ${event.slots[roll(event.slots.length)]?.id}::uuid, ${event.rooms[roll(event.rooms.length)]?.id}::uuid) AS answer`;
  await addRatings(meeting.id, pair, own);
  if (roll(3) === 0) await addCooperations(event, pair, roll(2) === 0 ? meeting.id : null, own);
}

/** Something between about half of all pairs of organisations. */
async function addMeetings(event: Event, people: readonly Participant[], own: Dice): Promise<void> {
  const pairs = people.flatMap((one, index) => people.slice(index + 1).map((other): Pair => [one, other]));
  const byOrganisations = Map.groupBy(pairs, (pair) => pair.map(({ organisation }) => organisation.id).toSorted().join());
  for (const [pair] of byOrganisations.values()) {
    if (pair && pair[0].organisation.id !== pair[1].organisation.id && own.roll(4) > 0) await addMeeting(event, pair, own);
  }
}

/** A version in force (from kind 2) or taken back (1), and perhaps an accepted run (from 3) that placed what stands now, or something else (5). */
async function addSchedule(event: Event, kind: number): Promise<void> {
  // Without a schedule in force nobody has a seat.
  const empty = () => db.seat.deleteMany({ where: { meeting: { eventId: event.id } } });
  if (kind === 0) {
    await empty();
    return;
  }
  const seats = await db.seat.findMany({ where: { resourceKind: "room", meeting: { eventId: event.id } } });
  const entries = seats.map(({ meetingId, slotId, resourceId }) => ({ meetingId, slotId, roomId: resourceId }));
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 1, takenBackAt: new Date(), entries: { create: entries.slice(1) } } });
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 2, takenBackAt: kind === 1 ? new Date() : null, entries: { create: entries } } });
  if (kind === 1) await empty();
  if (kind === 2) return;
  const placements = entries.slice(kind === 5 ? 1 : 0).map(({ meetingId, slotId, roomId }) => ({ meeting: meetingId, slot: slotId, room: roomId, interpreter: null }));
  const levels = [{ name: "breaks", value: 2, bound: kind === 3 ? 99 : 1, argument: "search" }];
  const answer = { status: "feasible", placements, unplaced: [], breaks: 2, levels, conflict: null, seconds: 1, seed: 1, isCut: false };
  await createRun(event.id, { state: "done", revision: "r", answer, startedAt: new Date(), finishedAt: new Date(), acceptedAt: new Date() });
}

/** One of the two notes it, or both do. */
async function addCooperations(event: Event, [one, other]: Pair, meetingId: string | null, { roll, pick }: Dice): Promise<void> {
  for (const [author, partner] of roll(3) === 0 ? [[one, other], [other, one]] as const : [[one, other]] as const) {
    const isConfirmed = pick([null, true, false]);
    await db.cooperation.create({
      data: {
        id: randomUUID(), programmeId: event.programmeId, authorId: author.organisation.id, partnerId: partner.organisation.id, userId: author.actor.userId, meetingId,
        subject: "Sensors in harbours", subjectLocale: "en", stage: pick(stages), stageAt: new Date(Date.now() - roll(1_000_000) * 1000),
        isConfirmed, answeredAt: isConfirmed === null ? null : new Date(),
      },
    });
  }
}

/** A programme with two events of a random course: the same for each seed, but for ids and names. */
export async function createRandomProgramme(seed: number) {
  const own = dice(seed);
  const programme = await createProgramme();
  const organisations = [];
  for (let index = 0; index < 7 + own.roll(3); index += 1) {
    const [country, region] = own.pick(places);
    const organisation = await createOrganisation({
      programmeId: programme.id, country, region, type: own.pick(types), state: own.roll(6) === 0 ? "pending" : "approved", profileVisibility: own.pick(["public", "participants", "moderators"]),
    });
    organisations.push({ organisation, people: [await createMember(organisation.id), await createMember(organisation.id, "editor")] });
  }
  const events = [];
  for (const isPast of [true, false]) {
    const event = await createEvent({ programmeId: programme.id, slotCount: 5, roomCount: 3, ...(isPast ? { startsAt: new Date("2026-03-18T12:00:00Z"), endsAt: new Date("2026-03-18T14:15:00Z") } : {}) });
    const people: Participant[] = [];
    for (const { organisation, people: members } of organisations) {
      for (const actor of members.slice(0, own.pick([1, 1, 0, 2]))) {
        const registration = await createRegistration({ eventId: event.id, organisationId: organisation.id, userId: actor.userId, state: own.pick(registered), slotIds: [] });
        if (isPast && own.roll(3) > 0) await db.attendance.create({ data: { registrationId: registration.id, ...own.pick(shown) } });
        if (registration.state === "approved") people.push({ organisation, registration, actor });
      }
    }
    await addMeetings(event, people, own);
    await addSchedule(event, (2 * seed + (isPast ? 0 : 1)) % 6);
    events.push(event);
  }
  return { programme, events, organiser: await createStaff("organiser", programme.id) };
}

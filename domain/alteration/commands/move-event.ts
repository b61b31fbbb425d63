import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { lettersOfChanges } from "@/domain/calendar/commands/write-letters";
import type { EntryChange } from "@/domain/calendar/schema";
import { holdOpenEvent, requireOrganiser } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import { classifyFault } from "@/domain/fault/rules";
import { enqueueMail } from "@/domain/mail/commands";
import { letterOfMove } from "@/domain/registration/commands/write-letters";
import { ok, Refusal, refuse, type Result, settle } from "@/domain/result";
import { loadOwnMeetings } from "@/domain/schedule/queries/list-reminders";
import { zonedInstant } from "@/domain/time";
import { db, type Tx } from "@/prisma/client";
import { listReaders } from "../queries/list-readers";
import { loadMovable, type MovableEvent } from "../queries/preview-move";
import { planMove } from "../rules";
import type { MoveInput, MovePlan, MoveRefusal, Span } from "../schema";

type Refused = MoveRefusal | "event_cancelled" | "nothing_changed" | "changed_meanwhile" | "overlaps_elsewhere";
type Moved = Result<{ id: string }, Refused>;

/** Rows of requests before the event, as in every command. */
async function holdRequests(tx: Tx, eventId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "MeetingRequest" WHERE "state" = 'pending' AND "eventId" = ${eventId}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
}

/**
 * Slots keep their ids, so that free times, the draft and released meetings stay with them; seats follow by their foreign
 * key. By way of a time where nothing is: one slot after the other would meet the next one's old time.
 */
async function shiftSlots(tx: Tx, eventId: string, by: number): Promise<void> {
  const far = 36_500 * 24 * 3_600_000;
  const shift = (step: number) => tx.$executeRaw`
    UPDATE "Slot" SET "startsAt" = "startsAt" + ${`${step} milliseconds`}::interval, "endsAt" = "endsAt" + ${`${step} milliseconds`}::interval WHERE "eventId" = ${eventId}::uuid`;
  await shift(far);
  await shift(by - far);
}

/**
 * No request ends after the event (rule expiryOf): what ended with it ends with it again, or after its days. Those that
 * somebody else holds have been read as they will be.
 */
async function moveExpiry(tx: Tx, { id, endsAt, requestExpiryDays }: MovableEvent, plan: MovePlan): Promise<void> {
  await tx.$executeRaw`
    UPDATE "MeetingRequest" SET "expiresAt" = least(
      ${plan.endsAt.toISOString()}::timestamptz,
      CASE WHEN "expiresAt" = ${endsAt.toISOString()}::timestamptz THEN "createdAt" + ${requestExpiryDays} * interval '24 hours' ELSE "expiresAt" END)
    WHERE "id" IN (SELECT "id" FROM "MeetingRequest" WHERE "state" = 'pending' AND "eventId" = ${id}::uuid FOR NO KEY UPDATE SKIP LOCKED)`;
}

/** One mail for each person who is registered, with the change of the own calendar, and one for each meeting's. */
async function tell(tx: Tx, event: MovableEvent, { version, ...now }: Span & { version: number }): Promise<number> {
  const readers = await listReaders(tx, event.id);
  const ids = readers.map(({ id }) => id);
  const seated = await tx.seat.findMany({ where: { resourceKind: "room", meeting: { eventId: event.id } }, select: { meetingId: true } });
  const changes = await noteChanges(tx, { registrationIds: ids, meetingIds: seated.map(({ meetingId }) => meetingId) });
  const isOwn = ({ meetingId, state }: EntryChange) => meetingId === null && state === "confirmed";
  const meetings = await loadOwnMeetings(tx, ids);
  const letters = readers.map((reader) => letterOfMove({ ...event, ...now }, reader, { version, endsAt: now.endsAt, before: event, meetings: meetings.get(reader.id) ?? [] }, changes.filter(isOwn)));
  await enqueueMail(tx, ...letters, ...(await lettersOfChanges(tx, changes.filter((change) => !isOwn(change)))));
  return letters.length;
}

/** The event as it is after a form that was sent twice; null where somebody else has changed it. */
function isRepeated(event: MovableEvent, { version }: MoveInput, wanted: Span): boolean {
  return event.version === version + 1 && event.startsAt.getTime() === wanted.startsAt.getTime() && event.endsAt.getTime() === wanted.endsAt.getTime();
}

async function move(tx: Tx, actor: Actor, { id, programmeId, timeZone }: InsideEvent, input: MoveInput): Promise<Moved> {
  const wanted = { startsAt: zonedInstant(input.startsAt, timeZone), endsAt: zonedInstant(input.endsAt, timeZone) };
  await holdRequests(tx, id);
  await holdOpenEvent(tx, id);
  const event = await loadMovable(tx, id);
  if (isRepeated(event, input, wanted)) return ok({ id });
  if (event.version !== input.version) return refuse("changed_meanwhile");
  const plan = planMove(event, wanted, new Date());
  if (!plan.ok) return plan;
  const { startsAt, endsAt, registrationClosesAt, by } = plan.value;
  if (by === 0 && endsAt.getTime() === event.endsAt.getTime()) return refuse("nothing_changed");
  const { version } = await tx.event.update({ where: { id }, data: { startsAt, endsAt, registrationClosesAt, version: { increment: 1 } }, select: { version: true } });
  if (by !== 0) await shiftSlots(tx, id, by).catch(refuseOverlap);
  await moveExpiry(tx, event, plan.value);
  const told = await tell(tx, event, { version, startsAt, endsAt });
  const span = (one: Span) => ({ startsAt: one.startsAt.toISOString(), endsAt: one.endsAt.toISOString() });
  await recordAudit(tx, actor, { action: "event.move", objectType: "event", objectId: id, programmeId, eventId: id, details: { from: span(event), to: span(plan.value), told } });
  return ok({ id });
}

/** Somebody sits in a meeting of another event then. */
function refuseOverlap(error: unknown): never {
  if (classifyFault(error)?.constraint === "Seat_overlap_excl") throw new Refusal<Refused>("overlaps_elsewhere");
  throw error;
}

/**
 * Puts an event on another time, with its slots, what is placed in them, the time at which its form closes and the ends
 * of its requests; everybody who is registered is told, and their calendars. Sent twice it is one move.
 * Refusals: those of planMove, "event_cancelled", "nothing_changed", "changed_meanwhile" (another organiser was faster),
 * "overlaps_elsewhere" (somebody has a released meeting of another event at the new time). Throws NotFound, SignedOut.
 */
export async function moveEvent(actor: Actor, input: MoveInput): Promise<Moved> {
  const event = await requireOrganiser(actor, input.event);
  return settle(db.$transaction((tx) => move(tx, actor, event, input)));
}

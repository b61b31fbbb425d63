import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { lettersOfChanges } from "@/domain/calendar/commands/write-letters";
import type { EntryChange } from "@/domain/calendar/schema";
import { requireOrganiser } from "@/domain/event/access";
import { chooseText } from "@/domain/event/rules";
import type { InsideEvent } from "@/domain/event/schema";
import { enqueueMail } from "@/domain/mail/commands";
import { endMeetings, lockEvent } from "@/domain/meeting/commands";
import { letterEventSelect } from "@/domain/registration/access";
import { letterOfCancelling } from "@/domain/registration/commands/write-letters";
import { changeState } from "@/domain/request/commands/change-state";
import { found, ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { listReaders } from "../queries/list-readers";
import { type CancelEventInput, type CancelReasonText, reasonsOf } from "../schema";

type CancelRefusal = "event_over" | "changed_meanwhile";
type Cancelled = Result<{ id: string }, CancelRefusal>;

/** The event as it is; nothing begins or goes on in it until the transaction ends. */
async function hold(tx: Tx, id: string) {
  await lockEvent(tx, id);
  return tx.event.findUniqueOrThrow({ where: { id }, select: { version: true, endsAt: true, cancelledAt: true } });
}

/**
 * Open requests expire, and nobody is told twice. One that somebody else holds at this moment is left to the worker
 * (expireRequests): whoever answers it waits for the event and finds it cancelled.
 */
async function endRequests(tx: Tx, actor: Actor, eventId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "MeetingRequest" WHERE "state" = 'pending' AND "eventId" = ${eventId}::uuid ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED`;
  const ended = await changeState(tx, actor, { id: { in: rows.map(({ id }) => id) } }, { to: "expired", isQuiet: true });
  return ended.length;
}

/** Agreed meetings end: seats and places of the draft are free. Their calendar entries are told with the event's. */
async function endAll(tx: Tx, actor: Actor, eventId: string): Promise<string[]> {
  const agreed = await tx.meeting.findMany({ where: { eventId, state: "agreed" }, orderBy: { id: "asc" }, select: { id: true } });
  return endMeetings(tx, actor, agreed.map(({ id }) => id), { by: null, reason: null, isQuiet: true });
}

/** One mail for each person who is registered, with the end of the entry in the own calendar, and one for each other entry. */
async function tell(tx: Tx, eventId: string, reasons: readonly CancelReasonText[], meetingIds: readonly string[]): Promise<number> {
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: letterEventSelect });
  const readers = await listReaders(tx, eventId);
  const changes = await noteChanges(tx, { registrationIds: readers.map(({ id }) => id), meetingIds });
  const isOwn = ({ meetingId }: EntryChange) => meetingId === null;
  const letters = readers.map((reader) => letterOfCancelling(event, reader, found(chooseText(reasons, reader.locale)), changes.filter(isOwn)));
  await enqueueMail(tx, ...letters, ...(await lettersOfChanges(tx, changes.filter((change) => !isOwn(change)))));
  return letters.length;
}

async function cancel(tx: Tx, actor: Actor, { id, programmeId }: InsideEvent, input: CancelEventInput): Promise<Cancelled> {
  const event = await hold(tx, id);
  if (event.cancelledAt) return ok({ id });
  if (event.endsAt <= new Date()) return refuse("event_over");
  if (event.version !== input.version) return refuse("changed_meanwhile");
  const reasons = reasonsOf(input);
  const requests = await endRequests(tx, actor, id);
  const meetingIds = await endAll(tx, actor, id);
  await tx.event.update({ where: { id }, data: { cancelledAt: new Date(), version: { increment: 1 }, cancelReasons: { create: reasons } } });
  const told = await tell(tx, id, reasons, meetingIds);
  await recordAudit(tx, actor, { action: "event.cancel", objectType: "event", objectId: id, programmeId, eventId: id, details: { told, requests, meetings: meetingIds.length } });
  return ok({ id });
}

/**
 * Cancels an event, for good: everybody who is registered is told why, calendars are told, open requests and agreed
 * meetings end. From then on nothing begins in it (holdOpenEvent), and mails that wait and are not true any more are not
 * sent (refreshMail). Twice is the same as once.
 * Refusals: "event_over", "changed_meanwhile" (another organiser was faster). Throws NotFound, SignedOut.
 */
export async function cancelEvent(actor: Actor, input: CancelEventInput): Promise<Cancelled> {
  const event = await requireOrganiser(actor, input.event);
  return db.$transaction((tx) => cancel(tx, actor, event, input), { timeout: 60_000 });
}

import { idSchema } from "@/domain/input";
import type { ChangeLine, ClaimedMail, MailContent, MailKind } from "@/domain/mail/schema";
import { isLastingMail } from "@/domain/mail/rules";
import { localTime } from "@/domain/time";
import { db } from "@/prisma/client";
import { listReminders } from "./list-reminders";
import { isInForce, loadLatest } from "./load-release";

/** Where these meetings are now; null for one that is agreed and has no time. What was cancelled has its own mail, and is left out. */
async function loadNow(meetingIds: string[]): Promise<Map<string, { startsAt: string; room: string } | null>> {
  const meetings = await db.meeting.findMany({
    where: { id: { in: meetingIds }, state: "agreed" },
    relationLoadStrategy: "join",
    select: { id: true, event: { select: { rooms: { select: { id: true, name: true } } } }, seats: { where: { resourceKind: "room" }, select: { startsAt: true, resourceId: true } } },
  });
  return new Map(meetings.map(({ id, event, seats: [seat] }) => {
    const room = event.rooms.find((one) => one.id === seat?.resourceId)?.name ?? "";
    return [id, seat ? { startsAt: seat.startsAt.toISOString(), room } : null];
  }));
}

/** Lines that are still true: the meeting is where the line says, or has no time as the line says. */
async function keepTrue(changes: readonly ChangeLine[]): Promise<ChangeLine[]> {
  const now = await loadNow(changes.map(({ meetingId }) => meetingId));
  return changes.filter(({ meetingId, after }) => {
    const is = now.get(meetingId);
    return is !== undefined && is?.startsAt === after?.startsAt && is?.room === after?.room;
  });
}

async function isStopped(announcementId: string | undefined): Promise<boolean> {
  return announcementId !== undefined && (await db.announcement.count({ where: { id: announcementId, stoppedAt: { not: null } } })) > 0;
}

/** The event was cancelled, and the mail tells of something in it. */
async function isOvertaken({ kind, eventId }: ClaimedMail): Promise<boolean> {
  return eventId !== null && !isLastingMail(kind) && (await db.event.count({ where: { id: eventId, cancelledAt: { not: null } } })) > 0;
}

type Claimed<K extends MailKind> = ClaimedMail & MailContent<K>;

/** Another move has told everybody of another time. */
async function isStillAt({ eventId, params }: Claimed<"event_moved">): Promise<boolean> {
  return eventId !== null && (await db.event.count({ where: { id: eventId, startsAt: params.startsAt } })) > 0;
}

/**
 * The link opens this event on the day that the mail says, if at another hour by now, and the reader takes part with this
 * address. For another day, link or address there is another mail (sendLinks).
 */
async function refreshLink(mail: Claimed<"event_link">): Promise<ClaimedMail | "outdated"> {
  const { eventId, to, params } = mail;
  const event = await db.event.findFirst({
    where: { id: eventId ?? "", meetingUrl: params.url, registrations: { some: { state: "approved", email: to } } },
    select: { startsAt: true },
  });
  const dayOf = (instant: Date) => localTime(instant, params.timeZone).slice(0, 10);
  if (!event || dayOf(event.startsAt) !== dayOf(new Date(params.startsAt))) return "outdated";
  return { ...mail, params: { ...params, startsAt: event.startsAt.toISOString() } };
}

/** The request still waits for an answer, until the time that the mail says. */
async function isStillEnding({ key, params }: Claimed<"request_expiring">): Promise<boolean> {
  const id = key.split("/").find((part) => idSchema.safeParse(part).success);
  return (await db.meetingRequest.count({ where: { id: id ?? "", state: "pending", expiresAt: params.expiresAt } })) > 0;
}

/**
 * A mail about a schedule as it is true at the moment of sending; "outdated" where nothing of it is. A later release
 * has sent its own mail to everybody for whom it changed something. An announcement is outdated when it was stopped, most
 * mails when their event was cancelled.
 * Other mails stay as they are. For the worker.
 */
export async function refreshMail(mail: ClaimedMail): Promise<ClaimedMail | "outdated"> {
  if (await isOvertaken(mail)) return "outdated";
  switch (mail.kind) {
    case "schedule_released":
    case "schedule_changed": {
      if (!mail.params.changes) return mail;
      const changes = await keepTrue(mail.params.changes);
      return changes.length > 0 ? { ...mail, params: { ...mail.params, changes } } : "outdated";
    }
    case "schedule_taken_back":
      return mail.eventId !== null && isInForce(await loadLatest(db, mail.eventId)) ? "outdated" : mail;
    case "reminder_day":
    case "reminder_hour": {
      const reminders = await listReminders(mail.params.registrationId);
      // One that staff sends again has a key of its own.
      const now = reminders.find(({ kind, key }) => kind === mail.kind && (key === mail.key || !mail.key.startsWith(kind)));
      return now ? { ...mail, params: now.params } : "outdated";
    }
    case "event_moved":
      return (await isStillAt(mail)) ? mail : "outdated";
    case "event_link":
      return refreshLink(mail);
    case "request_expiring":
      return (await isStillEnding(mail)) ? mail : "outdated";
    case "announcement":
      return (await isStopped(mail.params.announcementId)) ? "outdated" : mail;
    default:
      return mail;
  }
}

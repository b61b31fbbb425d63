import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { lettersOfChanges } from "@/domain/calendar/commands/write-letters";
import { holdOpenEvent, requireModerator } from "@/domain/event/access";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, Refusal, refuse, requirePerson, settle, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { loadDraft, type LoadedDraft } from "../queries/load-draft";
import { loadLatest, loadSeated, type Release } from "../queries/load-release";
import { compareVersions, isBlocking, listNewTranslators, listTranslators, listWarnings } from "../rules";
import type { Entry, ReleaseInput, Warning } from "../schema";
import { groupChanges, lettersOfRelease } from "./tell-changes";

export type ReleaseRefusal = "event_cancelled" | "changed_meanwhile" | "impossible" | "nothing_placed" | "seat_taken";
type Released = { number: number };
/** Where a release is impossible, `warnings` says why. */
export type ReleaseAnswer = Result<Released, ReleaseRefusal> & { warnings?: Warning[] };

function toEntry({ meetingId, slotId, roomId }: Entry): Entry {
  return { meetingId, slotId, roomId };
}

/** The actor has released this very draft as the latest version: a form that was sent twice. */
async function isRepeated(tx: Tx, actor: Actor, latest: Release, draft: LoadedDraft): Promise<boolean> {
  if (latest.takenBackAt !== null || latest.releasedById !== requirePerson(actor).userId) return false;
  const entries = await tx.scheduleEntry.findMany({ where: { versionId: latest.id }, select: { meetingId: true, slotId: true, roomId: true } });
  return compareVersions(entries, draft.placements).length === 0 && listNewTranslators(draft, listTranslators(draft)).length === 0;
}

/**
 * Seats for everything that is placed, in the place of what was seated before. Seats are inserted in one order by
 * everybody, so that two events that share people never wait for each other in a circle.
 * Answers how many seats there are now.
 */
async function replaceSeats(tx: Tx, eventId: string, versionId: string): Promise<number> {
  await tx.seat.deleteMany({ where: { meeting: { eventId } } });
  return tx.$executeRaw`
    INSERT INTO "Seat" ("meetingId", "resourceKind", "resourceId", "slotId", "startsAt", "endsAt")
    SELECT r."meetingId", r.kind, r.id, s."id", s."startsAt", s."endsAt"
      FROM (SELECT e."meetingId", e."slotId", 'person'::"ResourceKind" AS kind, g."userId" AS id
              FROM "ScheduleEntry" e
              JOIN "MeetingSide" m ON m."meetingId" = e."meetingId"
              JOIN "Registration" g ON g."id" = m."registrationId"
              WHERE e."versionId" = ${versionId}::uuid
            UNION ALL
            SELECT e."meetingId", e."slotId", 'room'::"ResourceKind", e."roomId"
              FROM "ScheduleEntry" e WHERE e."versionId" = ${versionId}::uuid
            UNION ALL
            SELECT e."meetingId", e."slotId", 'interpreter'::"ResourceKind", e."interpreterId"
              FROM "ScheduleEntry" e WHERE e."versionId" = ${versionId}::uuid AND e."interpreterId" IS NOT NULL) r
      JOIN "Slot" s ON s."id" = r."slotId"
      ORDER BY r.id, s."startsAt"
    ON CONFLICT DO NOTHING`;
}

/** Rows of the meetings that get seats, so that nothing ends one of them before the commit. */
async function holdMeetings(tx: Tx, meetingIds: string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE "id" = ANY(${meetingIds}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
}

type Job = { eventId: string; number: number; note: string | null; draft: LoadedDraft };

/** Everything that a release is, or nothing of it. */
async function release(tx: Tx, actor: Actor, { eventId, number, note, draft }: Job): Promise<void> {
  const before = await loadSeated(tx, eventId);
  const version = await tx.scheduleVersion.create({
    data: { eventId, number, note, releasedById: requirePerson(actor).userId },
    select: { id: true, number: true },
  });
  const entries = draft.placements.map(toEntry);
  const translators = listTranslators(draft);
  await tx.scheduleEntry.createMany({
    data: entries.map((entry) => ({ ...entry, versionId: version.id, interpreterId: translators.get(entry.meetingId) ?? null })),
  });
  const persons = new Map(draft.meetings.map((meeting) => [meeting.id, meeting.sides.length]));
  const wanted = entries.reduce((sum, { meetingId }) => sum + 1 + (persons.get(meetingId) ?? 0), translators.size);
  if ((await replaceSeats(tx, eventId, version.id)) !== wanted) throw new Refusal<ReleaseRefusal>("seat_taken");
  const changes = compareVersions(before, entries);
  await recordAudit(tx, actor, {
    action: "schedule.release",
    objectType: "schedule_version",
    objectId: version.id,
    eventId,
    details: { number, entries: entries.length, changes: changes.length },
  });
  const meetingIds = changes.map(({ meetingId }) => meetingId);
  const invitations = await lettersOfChanges(tx, await noteChanges(tx, { meetingIds }));
  await enqueueMail(tx, ...(await lettersOfRelease(tx, { eventId, version, changes: groupChanges(changes, draft) })), ...invitations);
}

type Wanted = Omit<Job, "number"> & { after: number };

/**
 * Makes a draft the version after the one numbered `after`, in the caller's transaction, which has called lockEvent and
 * loaded both under it. What has begun binds nobody any more, whatever is against it.
 * Refusals: "impossible" (with the warnings), "nothing_placed". Throws Refusal "seat_taken".
 */
export async function releaseDraft(tx: Tx, actor: Actor, { after, ...job }: Wanted): Promise<ReleaseAnswer> {
  const { placements, slots } = job.draft;
  await holdMeetings(tx, placements.map(({ meetingId }) => meetingId));
  if (placements.length === 0) return refuse("nothing_placed");
  const now = new Date();
  const warnings = listWarnings(job.draft).filter((warning) => isBlocking(warning, slots, now));
  if (warnings.length > 0) return { ...refuse("impossible"), warnings };
  const number = after + 1;
  await release(tx, actor, { ...job, number });
  return ok({ number });
}

/**
 * Makes the draft the schedule that holds: a frozen, numbered version, seats for every meeting in it, a mail to
 * everybody for whom something changes; all of it or nothing.
 * Refusals: "event_cancelled", "changed_meanwhile" (draft or latest version are not what the moderator saw), "impossible" (with the
 * warnings), "nothing_placed", "seat_taken" (another event took somebody this very moment). Throws NotFound, SignedOut.
 */
export async function releaseSchedule(actor: Actor, input: ReleaseInput): Promise<ReleaseAnswer> {
  const event = await requireModerator(actor, input.event);
  return settle<Released, ReleaseRefusal>(db.$transaction(async (tx): Promise<ReleaseAnswer> => {
    // Whoever edits the draft, accepts late or cancels waits here, or has been before.
    await holdOpenEvent(tx, event.id);
    const draft = await loadDraft(tx, event.id);
    const latest = await loadLatest(tx, event.id);
    if (latest?.number === input.after + 1 && (await isRepeated(tx, actor, latest, draft))) return ok({ number: latest.number });
    if ((latest?.number ?? 0) !== input.after || draft.revision !== input.revision) return refuse("changed_meanwhile");
    return releaseDraft(tx, actor, { eventId: event.id, after: input.after, note: input.note || null, draft });
  }));
}

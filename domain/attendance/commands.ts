import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import { participantsOf, requireParticipant } from "@/domain/registration/access";
import { found, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { attendanceSelect } from "./queries";
import { attendanceObstacle, checkInObstacle } from "./rules";
import type { CheckInInput, SetAttendanceInput } from "./schema";

type Obstacle = "too_early" | "event_over" | "not_arrived" | "has_arrived";
/** `isPlaced`: the person has a meeting that is not over. */
type Noted = { registrationId: string; isPlaced: boolean };

type Change = { eventId: string; registrationId: string; state: SetAttendanceInput["state"] };

function record(tx: Tx, actor: Actor, { eventId, registrationId, state }: Change): Promise<void> {
  return recordAudit(tx, actor, { action: `attendance.${state}`, objectType: "registration", objectId: registrationId, eventId });
}

async function answer(tx: Tx, registrationId: string): Promise<{ ok: true; value: Noted }> {
  const placed = await tx.seat.count({ where: { resourceKind: "room", endsAt: { gt: new Date() }, meeting: { sides: { some: { registrationId } } } } });
  return ok({ registrationId, isPlaced: placed > 0 });
}

/** The participant is here. Answers whether that is new. */
async function arrive(tx: Tx, registrationId: string, byId: string): Promise<boolean> {
  const noted = await tx.$executeRaw`
    INSERT INTO "Attendance" ("registrationId", "state", "arrivedAt", "byId") VALUES (${registrationId}::uuid, 'here', now(), ${byId}::uuid)
    ON CONFLICT ("registrationId") DO UPDATE
      SET "state" = 'here', "since" = now(), "arrivedAt" = coalesce("Attendance"."arrivedAt", now()), "byId" = EXCLUDED."byId", "version" = "Attendance"."version" + 1
      WHERE "Attendance"."state" <> 'here'`;
  return noted > 0;
}

/**
 * The actor says to be here; also whom staff has given up already. Twice is the same as once.
 * Refusals: "too_early", "event_over". Throws NotFound (no participant of this event), SignedOut.
 */
export async function checkIn(actor: Actor, input: CheckInInput): Promise<Result<Noted, "too_early" | "event_over">> {
  const { event, registration } = await requireParticipant(actor, input.event);
  const obstacle = checkInObstacle(event, new Date());
  if (obstacle) return refuse(obstacle);
  return db.$transaction(async (tx) => {
    if (await arrive(tx, registration.id, registration.userId)) await record(tx, actor, { eventId: event.id, registrationId: registration.id, state: "here" });
    return answer(tx, registration.id);
  });
}

/**
 * The actor says not to come, or to leave; staff sees it on the board. Twice is the same as once.
 * Refusals: "event_over". Throws NotFound (no participant of this event), SignedOut.
 */
export async function checkOut(actor: Actor, input: CheckInInput): Promise<Result<Noted, "event_over">> {
  const { event, registration } = await requireParticipant(actor, input.event);
  if (new Date() >= event.endsAt) return refuse("event_over");
  return db.$transaction(async (tx) => {
    const [noted] = await tx.$queryRaw<{ state: "left" | "absent" }[]>`
      INSERT INTO "Attendance" ("registrationId", "state", "byId") VALUES (${registration.id}::uuid, 'absent', ${registration.userId}::uuid)
      ON CONFLICT ("registrationId") DO UPDATE SET "state" = 'left', "since" = now(), "byId" = EXCLUDED."byId", "version" = "Attendance"."version" + 1
        WHERE "Attendance"."state" = 'here'
      RETURNING "state"::text`;
    if (noted) await record(tx, actor, { eventId: event.id, registrationId: registration.id, state: noted.state });
    return answer(tx, registration.id);
  });
}

/** Somebody else has noted the same this very moment. */
async function hasState(tx: Tx, registrationId: string, state: SetAttendanceInput["state"]): Promise<boolean> {
  const row = await tx.attendance.findUnique({ where: { registrationId }, select: { state: true } });
  return (row?.state ?? "unknown") === state;
}

type Wanted = { registrationId: string; state: SetAttendanceInput["state"]; version: number; byId: string };

/** Writes what staff says, if nothing else was said since. Answers whether it was written. */
async function write(tx: Tx, { registrationId, state, version, byId }: Wanted): Promise<boolean> {
  const seen = { registrationId, version };
  if (state === "unknown") return (await tx.attendance.deleteMany({ where: seen })).count > 0;
  const isHere = state === "here";
  const written = version === 0
    ? await tx.$executeRaw`
      INSERT INTO "Attendance" ("registrationId", "state", "arrivedAt", "byId")
      VALUES (${registrationId}::uuid, ${state}::"AttendanceState", CASE WHEN ${isHere} THEN now() END, ${byId}::uuid) ON CONFLICT DO NOTHING`
    : await tx.$executeRaw`
      UPDATE "Attendance" SET "state" = ${state}::"AttendanceState", "since" = now(), "byId" = ${byId}::uuid, "version" = "version" + 1,
        "arrivedAt" = CASE WHEN ${isHere} THEN coalesce("arrivedAt", now()) ELSE "arrivedAt" END
      WHERE "registrationId" = ${registrationId}::uuid AND "version" = ${version}`;
  return written > 0;
}

/**
 * Staff notes where a participant is, or takes back what was said. Twice is the same as once.
 * Refusals: "changed_meanwhile" (somebody has noted something else), "too_early", "event_over", "not_arrived" (who was
 * not here cannot have left), "has_arrived" (who was here has come). Throws NotFound (no participant), SignedOut.
 */
export async function setAttendance(actor: Actor, input: SetAttendanceInput): Promise<Result<Noted, Obstacle | "changed_meanwhile">> {
  const { userId: byId } = requirePerson(actor);
  const event = await requireModerator(actor, input.event);
  const { id: registrationId } = found(await db.registration.findFirst({ where: { AND: [participantsOf(event), { id: input.registration }] }, select: { id: true } }));
  const { state, version } = input;
  return db.$transaction(async (tx) => {
    const known = await tx.attendance.findUnique({ where: { registrationId }, select: attendanceSelect });
    if ((known?.state ?? "unknown") === state) return answer(tx, registrationId);
    if ((known?.version ?? 0) !== version) return refuse("changed_meanwhile");
    const obstacle = attendanceObstacle(known, state, event, new Date());
    if (obstacle) return refuse(obstacle);
    // What was read may be old by now: the version decides.
    if (!(await write(tx, { registrationId, state, version, byId }))) return (await hasState(tx, registrationId, state)) ? answer(tx, registrationId) : refuse("changed_meanwhile");
    await record(tx, actor, { eventId: event.id, registrationId, state });
    return answer(tx, registrationId);
  });
}

/** Takes back, in the caller's transaction, that somebody is not here: whoever had come is here again, of others nothing is known. */
export async function forgetAbsence(tx: Tx, actor: Actor, who: Omit<Change, "state">): Promise<void> {
  const gone = { registrationId: who.registrationId, state: { not: "here" } } as const;
  const back = await tx.attendance.updateMany({ where: { ...gone, arrivedAt: { not: null } }, data: { state: "here", since: new Date(), version: { increment: 1 } } });
  const forgotten = await tx.attendance.deleteMany({ where: gone });
  if (back.count + forgotten.count > 0) await record(tx, actor, { ...who, state: back.count > 0 ? "here" : "unknown" });
}

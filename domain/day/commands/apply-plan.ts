import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import { agreeMeetings, lockEvent } from "@/domain/meeting/commands";
import { loadObstacles } from "@/domain/pairing/queries/load-obstacles";
import { pairKey } from "@/domain/pairing/rules";
import { participantsOf } from "@/domain/registration/access";
import { NotFound, ok, Refusal, refuse, requirePerson, settle, type Result } from "@/domain/result";
import { placeIn, replacePlacements, type Step } from "@/domain/schedule/commands/apply-repair";
import { announcePaired, pairedSelect } from "@/domain/schedule/commands/pair-organisations";
import { releaseDraft, type ReleaseRefusal } from "@/domain/schedule/commands/release-schedule";
import { loadDraft, type LoadedDraft } from "@/domain/schedule/queries/load-draft";
import { isInForce, loadLatest } from "@/domain/schedule/queries/load-release";
import type { Entry } from "@/domain/schedule/schema";
import { type DraftRepair, isSoundRepair } from "@/domain/schedule/solver/repair-draft";
import { db, type Tx } from "@/prisma/client";
import { changeableFrom } from "../rules";
import type { DayRepairInput } from "../schema";
import { parseDayChange } from "./day-change";

export type PlanRefusal = ReleaseRefusal | "pair_gone" | "nothing_changed";
/** The number of the version that holds now. */
type Applied = { number: number };

/** The same change by the same person stands as the latest version: a form that was sent twice. */
async function isRepeated(tx: Tx, actor: Actor, { kind, of, after }: DayRepairInput, { eventId, number }: { eventId: string; number: number }): Promise<boolean> {
  const last = await tx.auditEntry.findFirst({ where: { eventId, action: "day.repair" }, orderBy: { at: "desc" }, select: { actorId: true, details: true } });
  if (!last || last.actorId !== requirePerson(actor).userId) return false;
  const done = parseDayChange(last.details);
  return done.kind === kind && done.of === of && done.number === number && done.after === after;
}

/** What the plan was made for is still so; it cannot change before the transaction ends. A room is closed by this. */
async function holdCause(tx: Tx, event: InsideEvent, { kind, of, seen }: DayRepairInput): Promise<boolean> {
  if (kind === "room") {
    const { count } = await tx.room.updateMany({ where: { id: of, eventId: event.id }, data: { isClosed: true } });
    if (count === 0) throw new NotFound("no such room in this event");
    return true;
  }
  const rows = await tx.$queryRaw<{ version: number }[]>`
    SELECT a."version" FROM "Attendance" a JOIN "Registration" r ON r."id" = a."registrationId"
    WHERE a."registrationId" = ${of}::uuid AND r."eventId" = ${event.id}::uuid AND a."state" <> 'here' FOR UPDATE OF a`;
  return rows[0]?.version === seen;
}

/** The meetings of those who are brought together, each with its place; both are here until the transaction ends. Throws Refusal. */
async function makePairs(tx: Tx, actor: Actor, event: InsideEvent, { pairs, subject, subjectLocale }: DayRepairInput): Promise<Entry[]> {
  if (pairs.length === 0) return [];
  const ids = pairs.flatMap(({ left, right }) => [left, right]);
  const present = await tx.$queryRaw<{ id: string }[]>`
    SELECT "registrationId" AS id FROM "Attendance" WHERE "registrationId" = ANY(${ids}::uuid[]) AND "state" = 'here' ORDER BY 1 FOR UPDATE`;
  const isPresent = new Set(present.map(({ id }) => id));
  const rows = await tx.registration.findMany({ where: { AND: [participantsOf(event), { id: { in: ids } }] }, relationLoadStrategy: "join", select: pairedSelect });
  const sides = new Map(rows.filter(({ id }) => isPresent.has(id)).map((row) => [row.id, row]));
  const obstacles = await loadObstacles(tx, event);
  const wanted = pairs.map(({ left, right, ...place }) => {
    const [one, other] = [sides.get(left), sides.get(right)];
    if (!one || !other || obstacles.has(pairKey(one.organisation.id, other.organisation.id))) throw new Refusal<PlanRefusal>("pair_gone");
    return { place, sides: [one, other] as const };
  });
  const answers = await agreeMeetings(tx, actor, wanted.map(({ sides: [one, other] }) => ({
    eventId: event.id, requestId: null, subject: subject ?? "", subjectLocale,
    sides: [{ organisationId: one.organisation.id, registrationId: one.id }, { organisationId: other.organisation.id, registrationId: other.id }] as const,
  })));
  const made = answers.map((answer, index) => {
    const pair = wanted[index];
    if (!answer.ok || !pair) throw new Refusal<PlanRefusal>("pair_gone");
    return { id: answer.value.id, ...pair };
  });
  await announcePaired(tx, actor, event, made);
  return made.map(({ id, place }) => ({ meetingId: id, ...place }));
}

/** What a change touches may also be locked: whoever locked it did not know. */
export function unlock(draft: LoadedDraft, { entries, removed }: DraftRepair): LoadedDraft {
  const touched = new Set([...entries.map(({ meetingId }) => meetingId), ...removed]);
  return { ...draft, placements: draft.placements.map((placement) => (touched.has(placement.meetingId) ? { ...placement, isLocked: false } : placement)) };
}

async function apply(tx: Tx, actor: Actor, event: InsideEvent, input: DayRepairInput): Promise<Result<Applied, PlanRefusal>> {
  const latest = await loadLatest(tx, event.id);
  if (latest && latest.number !== input.after && (await isRepeated(tx, actor, input, { eventId: event.id, number: latest.number }))) return ok({ number: latest.number });
  if (!isInForce(latest) || latest.number !== input.after || !(await holdCause(tx, event, input))) return refuse("changed_meanwhile");
  const seen = await loadDraft(tx, event.id);
  if (seen.revision !== input.revision) throw new Refusal<PlanRefusal>("changed_meanwhile");
  const paired = await makePairs(tx, actor, event, input);
  const draft = paired.length > 0 ? await loadDraft(tx, event.id) : seen;
  const { removed, kind, of, after } = input;
  const entries = [...input.entries, ...paired];
  const meetingIds = [...entries.map(({ meetingId }) => meetingId), ...removed];
  if (!isSoundRepair(unlock(draft, { entries, removed }), { entries, removed }, changeableFrom(draft.slots, new Date()))) throw new Refusal<PlanRefusal>("changed_meanwhile");
  const versions = await replacePlacements(tx, event.id, meetingIds, entries);
  const steps = meetingIds.map((meetingId): Step => ({ meetingId, before: placeIn(draft, meetingId), version: versions.get(meetingId) ?? null }));
  const released = meetingIds.length === 0 ? ok({ number: after }) : await releaseDraft(tx, actor, { eventId: event.id, after, note: null, draft: await loadDraft(tx, event.id) });
  if (!released.ok) throw new Refusal<PlanRefusal>(released.reason);
  const { number } = released.value;
  const details = { kind, of, after, number, steps, made: paired.map(({ meetingId }) => meetingId) };
  await recordAudit(tx, actor, { action: "day.repair", objectType: "event", objectId: event.id, eventId: event.id, details });
  return ok({ number });
}

/**
 * Makes a change of the day that the moderator has looked at, as it was shown, and releases it: where somebody is missing,
 * the meetings that replace theirs; where a room cannot be used, it is closed and its meetings move. All of it or nothing;
 * everybody whom it concerns is told. Twice is the same as once.
 * Refusals: "changed_meanwhile" (draft, version or the cause are not what was seen), "pair_gone" (one of two who are brought
 * together is not here any more, or they met otherwise), "impossible", "nothing_placed", "seat_taken". Throws NotFound, SignedOut.
 */
export async function applyPlan(actor: Actor, input: DayRepairInput): Promise<Result<Applied, PlanRefusal>> {
  const event = await requireModerator(actor, input.event);
  return settle(db.$transaction(async (tx) => {
    // Requests and blocks of these organisations pass here as well; then the event, as in every command.
    const ids = input.pairs.flatMap(({ left, right }) => [left, right]);
    await tx.$queryRaw`
      SELECT 1 FROM "Organisation" WHERE "id" IN (SELECT "organisationId" FROM "Registration" WHERE "id" = ANY(${ids}::uuid[])) ORDER BY "id" FOR NO KEY UPDATE`;
    await lockEvent(tx, event.id);
    return apply(tx, actor, event, input);
  }));
}

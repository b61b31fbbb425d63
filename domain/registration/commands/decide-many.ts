import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import type { EntryChange } from "@/domain/calendar/schema";
import { holdOpenEvent, requireModerator, settleOpen } from "@/domain/event/access";
import { enqueueMail } from "@/domain/mail/commands";
import type { MailDraft } from "@/domain/mail/schema";
import { NotFound, ok, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { letterEventSelect } from "../access";
import { bulkRefusalsOf, bulkResult } from "../rules";
import { type BulkRefusal, type DecideManyInput, holdSeconds } from "../schema";
import { type Moved, moveUp } from "./move-up";
import { held, letter, letterWithReason } from "./write-letters";

/** Hundreds of decisions with their mails are written within seconds. */
const patience = { timeout: 60_000, maxWait: 20_000 };

const candidateSelect = (programmeId: string) => ({
  id: true, eventId: true, organisationId: true, userId: true, state: true, reason: true, queuedAt: true, personName: true, email: true, locale: true,
  event: { select: letterEventSelect },
  organisation: { select: { admissions: { where: { programmeId, state: "approved" }, select: { id: true } } } },
  _count: {
    select: {
      sentRequests: { where: { state: "pending" } },
      receivedRequests: { where: { state: "pending" } },
      meetingSides: { where: { meeting: { state: "agreed" } } },
    },
  },
}) as const satisfies Prisma.RegistrationSelect;

type Row = Prisma.RegistrationGetPayload<{ select: ReturnType<typeof candidateSelect> }>;
type Judged = { row: Row; refusal: BulkRefusal | null };

/** The chosen registrations in the order in which they came, nobody else changing them until the transaction ends. */
async function judge(tx: Tx, event: { id: string; programmeId: string }, { chosen, decision }: DecideManyInput): Promise<Judged[]> {
  const seen = new Map(chosen);
  const ids = [...seen.keys()];
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "id" = ANY(${ids}::uuid[]) AND "eventId" = ${event.id}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await tx.registration.findMany({ where: { id: { in: ids }, eventId: event.id }, orderBy: [{ queuedAt: "asc" }, { id: "asc" }], select: candidateSelect(event.programmeId) });
  const candidates = rows.map(({ id, state, organisation, _count: { sentRequests, receivedRequests, meetingSides } }) => ({
    id, state, seen: seen.get(id) ?? state, isAdmitted: organisation.admissions.length > 0, isInConversation: sentRequests + receivedRequests + meetingSides > 0,
  }));
  const refusals = bulkRefusalsOf(decision, candidates, await tx.registration.count({ where: { eventId: event.id, state: "waiting" } }));
  return rows.map((row, index) => ({ row, refusal: refusals[index] ?? null }));
}

function mailOf(row: Row, { decision, reason = "" }: DecideManyInput, changes: readonly EntryChange[]): MailDraft {
  const { event, ...reader } = row;
  if (decision === "refuse") return letterWithReason("registration_refused", event, { ...reader, reason }, changes);
  return letter(decision === "approve" ? "registration_approved" : "registration_waiting", event, reader, changes);
}

type Bulk = { actor: Actor; input: DecideManyInput; at: Date };

/** Decides, writes it down and puts the mails aside. Answers their keys. */
async function write(tx: Tx, { actor, input, at }: Bulk, rows: readonly Row[]): Promise<Map<string, string>> {
  const { key: bulk, decision, reason = null } = input;
  const ids = rows.map(({ id }) => id);
  const queue = decision === "wait" ? { queuedAt: at } : {};
  await tx.registration.updateMany({ where: { id: { in: ids } }, data: { state: bulkResult[decision], reason: decision === "refuse" ? reason : null, ...queue } });
  if (decision === "refuse") await tx.consent.updateMany({ where: { registrationId: { in: ids }, withdrawnAt: null }, data: { withdrawnAt: at } });
  await recordAudit(tx, actor, ...rows.map(({ id, state, eventId, organisationId }) => ({
    action: `registration.${decision}`, objectType: "registration", objectId: id, eventId, organisationId, details: { from: state, bulk },
  })));
  const changes = await noteChanges(tx, { registrationIds: ids });
  const mails = rows.map((row) => ({ id: row.id, mail: held(mailOf(row, input, changes), holdSeconds) }));
  await enqueueMail(tx, ...mails.map(({ mail }) => mail));
  return new Map(mails.map(({ id, mail }) => [id, mail.key]));
}

type Done = { judged: readonly Judged[]; keys: ReadonlyMap<string, string>; moved: readonly Moved[] };

async function keep(tx: Tx, { input: { key: bulkId, decision } }: Bulk, { judged, keys, moved }: Done): Promise<void> {
  const chosen = judged.map(({ row: { id, state, reason, queuedAt }, refusal }) => ({
    bulkId, registrationId: id, before: state, reasonBefore: reason, queuedBefore: queuedAt,
    after: refusal ? null : bulkResult[decision], refusal, mailKey: keys.get(id) ?? null,
  }));
  const others = moved.map(({ id, state, queuedAt, mailKey }) => ({
    bulkId, registrationId: id, before: "waiting" as const, queuedBefore: queuedAt, after: state, mailKey, isMoved: true,
  }));
  await tx.registrationBulkItem.createMany({ data: [...chosen, ...others] });
}

/**
 * Decides about several registrations in one transaction, each as the rules allow it; what is not possible is kept with
 * its reason. Places that are freed go to the waiting list. All mails of it are held for a minute, in which it can be taken
 * back. The same form is one bulk. Refusals: "event_cancelled". Throws NotFound, SignedOut.
 */
export async function decideMany(actor: Actor, input: DecideManyInput): Promise<Result<{ id: string }, "event_cancelled">> {
  const event = await requireModerator(actor, input.event);
  const { userId } = requirePerson(actor);
  const { key: id, decision } = input;
  return settleOpen(db.$transaction(async (tx): Promise<Result<{ id: string }, never>> => {
    // Two who decide at once pass here one after the other, and so does whoever takes a decision back.
    await holdOpenEvent(tx, event.id);
    const at = new Date();
    const { count } = await tx.registrationBulk.createMany({ data: [{ id, eventId: event.id, userId, decision, createdAt: at }], skipDuplicates: true });
    if (count === 0) {
      if ((await tx.registrationBulk.count({ where: { id, eventId: event.id } })) === 0) throw new NotFound("a bulk of another event");
      return ok({ id });
    }
    const bulk = { actor, input, at };
    const judged = await judge(tx, event, input);
    const keys = await write(tx, bulk, judged.flatMap(({ row, refusal }) => (refusal ? [] : [row])));
    const moved = decision === "approve" ? [] : await moveUp(tx, actor, event.id, holdSeconds);
    await keep(tx, bulk, { judged, keys, moved });
    return ok({ id });
  }, patience));
}

import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import type { EntryChange } from "@/domain/calendar/schema";
import { holdOpenEvent, requireModerator } from "@/domain/event/access";
import { enqueueMail } from "@/domain/mail/commands";
import type { MailDraft } from "@/domain/mail/schema";
import { found, ok, Refusal, refuse, type Result, settle } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { letterEventSelect } from "../access";
import { decided, decisionsFor } from "../rules";
import type { DecideInput, RegistrationState } from "../schema";
import { type EndConversations, freePlace } from "./cancel-registration";
import { letter, letterWithReason } from "./write-letters";

type DecideRefusal = "event_cancelled" | "already_decided" | "organisation_not_admitted";
type Decided = Result<{ id: string; state: RegistrationState }, DecideRefusal>;

const decidedSelect = {
  id: true,
  eventId: true,
  organisationId: true,
  userId: true,
  personName: true,
  email: true,
  locale: true,
  event: { select: letterEventSelect },
} satisfies Prisma.RegistrationSelect;

type Row = Prisma.RegistrationGetPayload<{ select: typeof decidedSelect }>;

function mailOf(row: Row, { decision, reason = "" }: DecideInput, changes: readonly EntryChange[]): MailDraft {
  if (decision === "approve") return letter("registration_approved", row.event, row, changes);
  return letterWithReason(decision === "return" ? "registration_returned" : "registration_refused", row.event, { ...row, reason }, changes);
}

/** The one change from the state that the moderator saw; empty where somebody else was faster. */
async function writeDecision(tx: Tx, actor: Actor, input: DecideInput): Promise<Row | undefined> {
  const { id, seen, decision } = input;
  const state = decided[decision];
  const data = { state, reason: decision === "approve" ? null : (input.reason ?? null) };
  const [row] = await tx.registration.updateManyAndReturn({ where: { id, state: seen }, data, select: decidedSelect });
  if (!row) return undefined;
  const { eventId, organisationId } = row;
  const record = { action: `registration.${decision}`, objectType: "registration", objectId: id, eventId, organisationId, details: { from: seen } };
  await recordAudit(tx, actor, record);
  await enqueueMail(tx, mailOf(row, input, await noteChanges(tx, { registrationIds: [id] })));
  return row;
}

/**
 * A moderator lets a registration in, asks back, or refuses it, with the reason that the person reads. Refusing frees
 * the place for the waiting list and ends requests and meetings.
 * Refusals: "event_cancelled", "already_decided" (its state is not any more the one that was seen), "organisation_not_admitted" (the
 * organisation is decided on first). Throws NotFound, SignedOut.
 */
export async function decideRegistration(actor: Actor, input: DecideInput, endConversations: EndConversations): Promise<Decided> {
  const event = await requireModerator(actor, input.event);
  const admission = { admissions: { where: { programmeId: event.programmeId, state: "approved" as const }, select: { id: true } } };
  const select = { id: true, eventId: true, organisationId: true, organisation: { select: admission } };
  const { organisation, ...leaver } = found(await db.registration.findFirst({ where: { id: input.id, eventId: event.id }, select }));
  if (!decisionsFor(input.seen).includes(input.decision)) return refuse("already_decided");
  if (input.decision === "approve" && organisation.admissions.length === 0) return refuse("organisation_not_admitted");
  return settle(db.$transaction(async (tx): Promise<Decided> => {
    if (input.decision === "refuse") await endConversations(tx, actor, leaver);
    await holdOpenEvent(tx, event.id);
    const row = await writeDecision(tx, actor, input);
    if (!row) throw new Refusal<DecideRefusal>("already_decided");
    if (input.decision === "refuse") await freePlace(tx, actor, leaver);
    return ok({ id: row.id, state: decided[input.decision] });
  }));
}

import type { Actor, Person } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { readdressEntries } from "@/domain/calendar/commands/readdress-entries";
import { lettersOfChanges } from "@/domain/calendar/commands/write-letters";
import { holdOpenEvent } from "@/domain/event/access";
import { classifyFault } from "@/domain/fault/rules";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, requirePerson, type Result, settle } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { letterEventSelect, requireOwnRegistration } from "../access";
import { agreedPurposes, isActive, slotsRefusal } from "../rules";
import { type ChangeInput, consentVersions, purposes, type RegistrationState } from "../schema";
import { letter, lettersOfOldAddress } from "./write-letters";

export type ChangeRefusal = "too_many_attempts" | "event_cancelled" | "event_over" | "registration_ended" | "slot_needed" | "slot_unknown";

const storedSelect = {
  id: true,
  userId: true,
  state: true,
  organisationId: true,
  personName: true,
  email: true,
  locale: true,
  languages: true,
  interpreterNeeded: true,
  hopes: true,
  availability: { select: { slotId: true } },
  // What was agreed to for single meetings is not the form's.
  consents: { where: { withdrawnAt: null, purpose: { in: [...purposes] } }, select: { purpose: true } },
  event: { select: letterEventSelect },
} satisfies Prisma.RegistrationSelect;

type Stored = Prisma.RegistrationGetPayload<{ select: typeof storedSelect }>;

/** The registration as it is now; nobody changes it until the transaction ends. */
async function hold(tx: Tx, id: string): Promise<Stored> {
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.registration.findUniqueOrThrow({ where: { id }, select: storedSelect });
}

/** Names of what differs from what is stored. */
function differences(stored: Stored, input: ChangeInput): string[] {
  const set = (values: readonly string[]) => [...new Set(values)].toSorted();
  const now = { ...stored, slots: set(stored.availability.map(({ slotId }) => slotId)), languages: set(stored.languages) };
  const wanted = { ...input, hopes: input.hopes || null, slots: set(input.slots), languages: set(input.languages) };
  const names = ["personName", "email", "languages", "interpreterNeeded", "hopes", "slots"] as const;
  const consents = set(stored.consents.map(({ purpose }) => purpose)).join() === set(agreedPurposes(input)).join() ? [] : ["consents"];
  return [...names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(wanted[name])), ...consents];
}

async function writeSlots(tx: Tx, id: string, slots: readonly string[]): Promise<void> {
  await tx.availability.deleteMany({ where: { registrationId: id, slotId: { notIn: [...slots] } } });
  await tx.availability.createMany({ data: slots.map((slotId) => ({ registrationId: id, slotId })), skipDuplicates: true });
}

/** What is not agreed to any more is withdrawn, not forgotten; what was agreed to stays in the words of that time. */
async function writeConsents(tx: Tx, stored: Stored, input: ChangeInput): Promise<void> {
  const agreed = agreedPurposes(input);
  const given = new Set(stored.consents.map(({ purpose }) => purpose));
  const { id: registrationId, userId } = stored;
  await tx.consent.updateMany({
    where: { registrationId, withdrawnAt: null, purpose: { in: purposes.filter((purpose) => !agreed.includes(purpose)) } },
    data: { withdrawnAt: new Date() },
  });
  const added = agreed.filter((purpose) => !given.has(purpose));
  await tx.consent.createMany({
    data: added.map((purpose) => ({ purpose, textVersion: consentVersions[purpose], locale: input.locale, registrationId, userId })),
  });
}

async function writeChange(tx: Tx, actor: Actor, { id, eventId }: { id: string; eventId: string }, input: ChangeInput): Promise<Result<{ id: string; state: RegistrationState }, ChangeRefusal>> {
  await holdOpenEvent(tx, eventId);
  const stored = await hold(tx, id);
  if (!isActive(stored.state)) return refuse("registration_ended");
  const fields = differences(stored, input);
  const state = stored.state === "returned" ? "pending" : stored.state;
  if (fields.length === 0 && state === stored.state) return ok({ id, state });
  const { personName, email, locale, languages, interpreterNeeded } = input;
  const data = { state, personName, email, locale, languages, interpreterNeeded, hopes: input.hopes || null, reason: null };
  await tx.registration.update({ where: { id }, data });
  await writeSlots(tx, id, input.slots);
  await writeConsents(tx, stored, input);
  await recordAudit(tx, actor, {
    action: "registration.change",
    objectType: "registration",
    objectId: id,
    eventId: stored.event.id,
    organisationId: stored.organisationId,
    details: { fields, state },
  });
  const reader = { id, userId: stored.userId, personName, email, locale };
  const changes = fields.includes("email") ? await readdressEntries(tx, id) : [];
  await enqueueMail(
    tx,
    ...lettersOfOldAddress(stored.event, { ...reader, email: stored.email }, changes),
    letter("registration_changed", stored.event, reader, changes),
    ...(await lettersOfChanges(tx, changes.filter(({ meetingId }) => meetingId !== null))),
  );
  return ok({ id, state });
}

/**
 * Writing to an address that is not the person's own is counted, so that nobody sends mails to others in bulk.
 * False where that has been too often.
 */
export async function mayWriteTo(person: Person, email: string): Promise<boolean> {
  return email === person.email || takePoint("registration", person.userId);
}

/** The organiser has made the slots anew since they were read: they are told as unknown. */
export function refuseGoneSlots(error: unknown): { ok: false; reason: "slot_unknown" } {
  const fault = classifyFault(error);
  if (fault?.kind === "foreign_key" && fault.constraint === "Availability_slotId_fkey") return refuse("slot_unknown");
  throw error;
}

/** The change itself, for commands that have counted it already. Refusals and denials as changeRegistration. */
export async function applyChange(actor: Actor, input: ChangeInput): Promise<Result<{ id: string; state: RegistrationState }, ChangeRefusal>> {
  const own = await requireOwnRegistration(actor, input.event);
  if (own.event.endsAt <= new Date()) return refuse("event_over");
  const misfit = slotsRefusal(own.event.slots, input.slots);
  if (misfit) return refuse(misfit);
  return settle(db.$transaction((tx) => writeChange(tx, actor, own, input)).catch(refuseGoneSlots));
}

/**
 * Changes what the actor has registered with, until the event is over. A registration that was asked back goes to the
 * moderators again. Calendar entries go over to an address that changes. Where nothing differs, nothing happens.
 * Refusals: "registration_ended" (cancelled or refused), "event_over", "event_cancelled", "slot_needed" and "slot_unknown" (field
 * `slots`), "too_many_attempts". Throws NotFound, SignedOut.
 */
export async function changeRegistration(actor: Actor, input: ChangeInput): Promise<Result<{ id: string; state: RegistrationState }, ChangeRefusal>> {
  if (!(await mayWriteTo(requirePerson(actor), input.email))) return refuse("too_many_attempts");
  return applyChange(actor, input);
}

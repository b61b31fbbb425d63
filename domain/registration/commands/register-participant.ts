import { randomUUID } from "node:crypto";
import type { Actor, Person } from "@/domain/actor";
import { settleOpen } from "@/domain/event/access";
import { formState } from "@/domain/event/rules";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { getRegistrationState, type OpenEvent, requireEligible } from "../access";
import { agreedPurposes, isActive, slotsRefusal } from "../rules";
import { consentVersions, type RegisterInput, type RegistrationState } from "../schema";
import { applyChange, type ChangeRefusal, mayWriteTo, refuseGoneSlots } from "./change-registration";
import { confirmation, letter } from "./write-letters";

export type RegisterRefusal = ChangeRefusal | "form_not_open" | "form_closed" | "registered_elsewhere" | "registration_refused";
type Registered = { id: string; state: RegistrationState };

function columns(input: RegisterInput) {
  const { personName, email, locale, languages, interpreterNeeded } = input;
  return { organisationId: input.organisation, personName, email, locale, languages, interpreterNeeded, hopes: input.hopes || null };
}

/**
 * Who is registered. `staffId`: by whom, where it is not the person; then one that was cancelled stays so. `textVersion`:
 * of the words that were agreed to, where it is not the portal's own.
 */
type Registrant = { userId: string; staffId?: string | null; textVersion?: string };

/**
 * Writes the registration with availability, consents, audit entry and mail, and takes a place or the last position of
 * the waiting list, in one round trip: many want the last places at once. Null where the person has registered already;
 * of two that come at once, the second waits for the first.
 */
export async function writeRegistration(tx: Tx, { userId, staffId = null, textVersion }: Registrant, event: OpenEvent, input: RegisterInput): Promise<Registered | null> {
  const row = { id: randomUUID(), userId, ...columns(input) };
  const mailIn = (state: RegistrationState) => letter(confirmation(state, event.isAdmitted), event, row);
  const registration = JSON.stringify({
    ...row,
    staffId,
    eventId: event.id,
    programmeId: event.programmeId,
    slots: [...new Set(input.slots)],
    consents: agreedPurposes(input).map((purpose) => ({ purpose, textVersion: textVersion ?? consentVersions[purpose] })),
    mails: { pending: mailIn("pending"), approved: mailIn("approved"), waiting: mailIn("waiting") },
  });
  const [written] = await tx.$queryRaw<Registered[]>`
    SELECT "registration" AS "id", "got"::text AS "state" FROM register_participant(${registration}::jsonb)`;
  return written ?? null;
}

/** Somebody who has registered already gets the same answer again, with what was typed this time. */
async function repeatRegistration(person: Person, eventId: string, input: RegisterInput): Promise<Result<Registered, RegisterRefusal>> {
  const own = await getRegistrationState(person, eventId);
  if (own === null || own.state === "cancelled") return refuse("registration_ended");
  if (!isActive(own.state)) return refuse("registration_refused");
  if (own.organisationId !== input.organisation) return refuse("registered_elsewhere");
  return applyChange(person, input);
}

/**
 * Registers the actor for an event, as a person of one of the own organisations: with a place where one is free,
 * otherwise at the end of the waiting list. Sent twice, it is one registration.
 * Refusals: "form_not_open", "form_closed", "slot_needed" and "slot_unknown" (field `slots`), "registered_elsewhere"
 * (for another of the own organisations), "registration_refused" (by a moderator), and those of changeRegistration.
 * Throws NotFound where the organisation is not the actor's or has no way into the programme; SignedOut.
 */
export async function registerParticipant(actor: Actor, input: RegisterInput): Promise<Result<Registered, RegisterRefusal>> {
  const person = requirePerson(actor);
  const event = await requireEligible(person, input.event, input.organisation);
  const form = formState(event, { capacity: null, held: 0, waiting: 0 }, new Date());
  if (form === "soon") return refuse("form_not_open");
  if (form === "closed") return refuse("form_closed");
  if (form === "cancelled") return refuse("event_cancelled");
  const misfit = slotsRefusal(event.slots, input.slots);
  if (misfit) return refuse(misfit);
  if (!(await mayWriteTo(person, input.email))) return refuse("too_many_attempts");
  const written = await settleOpen<Registered | null, RegisterRefusal>(writeRegistration(db, person, event, input).then(ok).catch(refuseGoneSlots));
  if (!written.ok) return written;
  return written.value ? ok(written.value) : repeatRegistration(person, event.id, input);
}

import type { Actor, Person } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { formState } from "@/domain/event/rules";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { getRegistrationState, type OpenEvent, requireEligible } from "../access";
import { agreedPurposes, isActive, slotsRefusal } from "../rules";
import { consentVersions, type RegisterInput, type RegistrationState } from "../schema";
import { applyChange, type ChangeRefusal, mayWriteTo, refuseGoneSlots } from "./change-registration";
import { lockPlaces } from "./move-up";
import { confirmation, letter } from "./write-letters";

export type RegisterRefusal = ChangeRefusal | "form_not_open" | "form_closed" | "registered_elsewhere" | "registration_refused";
type Registered = { id: string; state: RegistrationState };

function columns(input: RegisterInput) {
  const { personName, email, locale, languages, interpreterNeeded } = input;
  return { organisationId: input.organisation, personName, email, locale, languages, interpreterNeeded, hopes: input.hopes || null };
}

/**
 * The person's registration for this event, made or brought back after a cancellation; it holds no place yet. Null
 * where there is one already. Of two that come at once, the second waits here for the first.
 */
async function claimRegistration(tx: Tx, person: Person, eventId: string, input: RegisterInput): Promise<string | null> {
  const { userId } = person;
  const data = { ...columns(input), state: "waiting" as const };
  const made = await tx.registration.createManyAndReturn({ data: [{ ...data, eventId, userId }], skipDuplicates: true, select: { id: true } });
  if (made[0]) return made[0].id;
  await lockPlaces(tx, eventId);
  const revived = await tx.registration.updateManyAndReturn({
    where: { eventId, userId, state: "cancelled" },
    data: { ...data, reason: null },
    select: { id: true },
  });
  const id = revived[0]?.id ?? null;
  if (id) await tx.availability.deleteMany({ where: { registrationId: id } });
  return id;
}

async function writeRegistration(tx: Tx, person: Person, event: OpenEvent, input: RegisterInput): Promise<Registered | null> {
  const id = await claimRegistration(tx, person, event.id, input);
  if (id === null) return null;
  const { locale } = input;
  await tx.availability.createMany({ data: [...new Set(input.slots)].map((slotId) => ({ registrationId: id, slotId })) });
  const consents = agreedPurposes(input).map((purpose) => ({ purpose, textVersion: consentVersions[purpose], locale, registrationId: id, userId: person.userId }));
  await tx.consent.createMany({ data: consents });
  const [place] = await tx.$queryRaw<{ state: RegistrationState }[]>`SELECT take_place(${id}::uuid) AS "state"`;
  const state = place?.state ?? "waiting";
  await recordAudit(tx, person, {
    action: "registration.register",
    objectType: "registration",
    objectId: id,
    programmeId: event.programmeId,
    eventId: event.id,
    organisationId: input.organisation,
    details: { state },
  });
  await enqueueMail(tx, letter(confirmation(state, event.isAdmitted), event, { id, ...columns(input) }));
  return { id, state };
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
  const misfit = slotsRefusal(event.slots, input.slots);
  if (misfit) return refuse(misfit);
  if (!(await mayWriteTo(person, input.email))) return refuse("too_many_attempts");
  const registered = await db.$transaction(async (tx) => {
    const written = await writeRegistration(tx, person, event, input);
    return written && ok(written);
  }).catch(refuseGoneSlots);
  return registered ?? repeatRegistration(person, event.id, input);
}

import { randomUUID } from "node:crypto";
import { db } from "../client";
import type { Prisma } from "../generated/client";
import type { createParticipant } from "./meeting";

/** Somebody who acts for an organisation. */
type Side = Pick<Awaited<ReturnType<typeof createParticipant>>, "organisation" | "actor">;

/** A call that is open for a month. */
export function createCall(programmeId: string, { organisation, actor }: Side, data: Partial<Prisma.CallUncheckedCreateInput> = {}) {
  return db.call.create({
    data: {
      id: randomUUID(), programmeId, organisationId: organisation.id, userId: actor.userId, text: "We look for somebody who knows sensors.", locale: "en",
      closesAt: new Date(Date.now() + 30 * 24 * 3_600_000), ...data,
    },
  });
}

/** An answer that waits, with contact details. */
export async function createAnswer(callId: string, { organisation, actor }: Side) {
  const { userId } = actor;
  const answer = await db.callAnswer.create({ data: { callId, organisationId: organisation.id, userId, text: "We know them well.", locale: "en" } });
  const consent = await db.consent.create({ data: { userId, purpose: "call_contact", textVersion: "2026-11", locale: "en" } });
  await db.answerContact.create({ data: { answerId: answer.id, isOfAnswer: true, userId, name: "Ben Hansen", email: "ben@mail.example", consentId: consent.id } });
  return answer;
}

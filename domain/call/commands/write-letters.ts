import type { MailDraft } from "@/domain/mail/schema";
import type { Tx } from "@/prisma/client";

const reader = { id: true, email: true, locale: true } as const;
const callSelect = {
  id: true, programmeId: true, text: true, closesAt: true, userId: true, organisationId: true,
  organisation: { select: { name: true } },
  programme: { select: { timeZone: true } },
} as const;

/** Whoever looks after these organisations. */
function listOwners(tx: Tx, organisationIds: readonly string[]) {
  return tx.membership.findMany({
    where: { organisationId: { in: [...organisationIds] }, state: "active", role: "owner" },
    distinct: ["userId"],
    select: { user: { select: reader } },
  });
}

/**
 * Tells those who may answer a call of it. The key keeps it to one such mail a day for each person, however much is posted:
 * the page of all calls holds the others.
 */
export async function lettersOfCall(tx: Tx, callId: string, organisationIds: readonly string[], today: string): Promise<MailDraft[]> {
  const { programmeId, text, closesAt, organisation, programme } = await tx.call.findUniqueOrThrow({ where: { id: callId }, select: callSelect });
  const owners = await listOwners(tx, organisationIds);
  return owners.flatMap(({ user }) => user ? [{
    kind: "call_posted" as const,
    key: `call_posted/${user.id}/${today}`,
    to: user.email,
    userId: user.id,
    locale: user.locale,
    params: { partner: organisation.name, subject: text, path: `/calls/${callId}`, closesAt: closesAt.toISOString(), timeZone: programme.timeZone },
    about: { programmeId, eventId: null },
  }] : []);
}

type Occasion = "call_answered" | "call_accepted" | "call_declined";

/** Tells the author of an answer, by the answer's words; or who wrote the answer what became of it, by the call's. */
export async function lettersOfAnswer(tx: Tx, answerId: string, kind: Occasion): Promise<MailDraft[]> {
  const { call, user, text, organisation } = await tx.callAnswer.findUniqueOrThrow({
    where: { id: answerId },
    select: { text: true, user: { select: reader }, organisation: { select: { name: true } }, call: { select: { ...callSelect, user: { select: reader } } } },
  });
  const isArrival = kind === "call_answered";
  const authors = call.user ? [call.user] : (await listOwners(tx, [call.organisationId])).flatMap((owner) => owner.user ?? []);
  const params = { partner: isArrival ? organisation.name : call.organisation.name, subject: isArrival ? text : call.text, path: `/calls/${call.id}` };
  return (isArrival ? authors : [user]).map(({ id, email, locale }) => ({
    kind, key: `${kind}/${answerId}/${id}`, to: email, userId: id, locale, params, about: { programmeId: call.programmeId, eventId: null },
  }));
}

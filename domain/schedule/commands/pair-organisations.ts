import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent, requireModerator } from "@/domain/event/access";
import { chooseText } from "@/domain/event/rules";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { enqueueMail } from "@/domain/mail/commands";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import { agreeMeeting } from "@/domain/meeting/commands";
import { participantsOf } from "@/domain/registration/access";
import { found, ok, Refusal, refuse, settle, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { isInForce, loadLatest } from "../queries/load-release";
import type { PairInput } from "../schema";
import { placeLate } from "./place-late";

export type PairRefusal = "event_cancelled" | "same_organisation" | "already_agreed" | "request_open" | "blocked" | "person_gone";
type Paired = { id: string };

/** Somebody who is paired, as the mails need them. */
export const pairedSelect = {
  id: true,
  userId: true,
  email: true,
  locale: true,
  organisation: { select: { id: true, name: true } },
} as const;

/** Who speaks for an organisation: the named person, otherwise who registered first. Throws NotFound. */
async function requireSide(event: InsideEvent, organisationSlug: string, personId: string | undefined): Promise<Side> {
  const registrations = await db.registration.findMany({
    where: { AND: [participantsOf(event), { organisation: { slug: organisationSlug } }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: pairedSelect,
  });
  return found(personId === undefined ? registrations[0] : registrations.find(({ id }) => id === personId));
}

/** What stands between two organisations, while neither can ask or block the other. */
async function findObstacle(tx: Tx, eventId: string, one: string, other: string): Promise<PairRefusal | null> {
  const blocks = await tx.block.count({
    where: { OR: [{ blockerId: one, blockedId: other }, { blockerId: other, blockedId: one }] },
  });
  if (blocks > 0) return "blocked";
  const requests = await tx.meetingRequest.count({
    where: { eventId, state: "pending", OR: [{ requesterId: one, recipientId: other }, { requesterId: other, recipientId: one }] },
  });
  return requests > 0 ? "request_open" : null;
}

type Side = { id: string; userId: string; email: string; locale: Locale; organisation: { id: string; name: string } };
type PairedMeeting = { id: string; sides: readonly [Side, Side] };

/** Puts down that moderators have made these meetings, and tells both sides of each; they have no time yet. */
export async function announcePaired(tx: Tx, actor: Actor, event: InsideEvent, meetings: readonly PairedMeeting[]): Promise<void> {
  await recordAudit(tx, actor, ...meetings.map(({ id }) => ({ action: "pairing.make", objectType: "meeting", objectId: id, eventId: event.id })));
  await enqueueMail(tx, ...(await mailsOfPairings(tx, event, meetings)));
}

/**
 * Puts down that moderators have made these meetings, tells both sides of each, and where a schedule is released gives
 * them the best slot that is free. In the transaction that agreed them.
 */
export async function tellPaired(tx: Tx, actor: Actor, event: InsideEvent, meetings: readonly PairedMeeting[]): Promise<void> {
  await announcePaired(tx, actor, event, meetings);
  if (!isInForce(await loadLatest(tx, event.id))) return;
  // One after the other: each takes a place.
  await meetings.reduce(async (before, { id }) => {
    await before;
    await placeLate(tx, actor, { eventId: event.id, meetingId: id });
  }, Promise.resolve());
}

async function mailsOfPairings(tx: Tx, event: InsideEvent, meetings: readonly PairedMeeting[]): Promise<MailDraft[]> {
  const texts = await tx.eventText.findMany({ where: { eventId: event.id }, select: { locale: true, title: true } });
  const letter = (id: string, reader: Side, partner: Side): MailDraft => ({
    kind: "pairing_made",
    key: `pairing_made/${id}/${reader.id}`,
    to: reader.email,
    userId: reader.userId,
    locale: reader.locale,
    params: {
      event: chooseText(texts, reader.locale)?.title ?? "",
      timeZone: event.timeZone,
      partner: partner.organisation.name,
      path: `/events/${event.slug}/agenda`,
    },
    about: aboutEvent(event),
  });
  return meetings.flatMap(({ id, sides: [left, right] }) => [letter(id, left, right), letter(id, right, left)]);
}

/** The meeting that the two have already. */
function findAgreed(tx: Tx, eventId: string, one: string, other: string) {
  const [lowId = "", highId = ""] = [one, other].toSorted();
  return tx.meeting.findFirst({ where: { eventId, lowId, highId, state: "agreed" }, select: { id: true, origin: true, subject: true } });
}

type Pairing = { event: InsideEvent; sides: readonly [Side, Side]; subject: string; subjectLocale: Locale };

async function pair(tx: Tx, actor: Actor, { event, sides, ...about }: Pairing): Promise<Result<Paired, PairRefusal>> {
  const [one, other] = [sides[0].organisation.id, sides[1].organisation.id];
  // Requests and blocks of an organisation pass here as well; then the event, as in every command.
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ANY(${[one, other]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  await holdOpenEvent(tx, event.id);
  const agreed = await findAgreed(tx, event.id, one, other);
  // The same form sent twice makes one pairing, and answers the same.
  if (agreed) return agreed.origin === "pairing" && agreed.subject === about.subject ? ok({ id: agreed.id }) : refuse("already_agreed");
  const obstacle = await findObstacle(tx, event.id, one, other);
  if (obstacle) return refuse(obstacle);
  const meeting = await agreeMeeting(tx, actor, {
    eventId: event.id,
    requestId: null,
    ...about,
    sides: [
      { organisationId: one, registrationId: sides[0].id },
      { organisationId: other, registrationId: sides[1].id },
    ],
  });
  if (!meeting.ok) throw new Refusal<PairRefusal>(meeting.reason);
  const { id } = meeting.value;
  await tellPaired(tx, actor, event, [{ id, sides }]);
  return ok({ id });
}

/**
 * Brings two organisations of the event together that did not ask each other; both are told, and either may decline by
 * cancelling the meeting. Where a schedule is released already, the meeting gets the best slot that is free for both.
 * Refusals: "event_cancelled", "same_organisation", "already_agreed", "request_open" (one has asked the other), "blocked", "person_gone".
 * Throws NotFound (an organisation or person that does not take part), SignedOut.
 */
export async function pairOrganisations(actor: Actor, input: PairInput): Promise<Result<Paired, PairRefusal>> {
  const event = await requireModerator(actor, input.event);
  if (input.left === input.right) return refuse("same_organisation");
  const sides = [await requireSide(event, input.left, input.leftPerson), await requireSide(event, input.right, input.rightPerson)] as const;
  const { subject, subjectLocale } = input;
  return settle(db.$transaction((tx) => pair(tx, actor, { event, sides, subject, subjectLocale })));
}

import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { partnerSelect, toPartner } from "@/domain/meeting/queries";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { spokenBy } from "../access";
import type { HeldMeeting, LookBack, Outcome } from "../schema";

const heldSelect = {
  id: true,
  subject: true,
  subjectLocale: true,
  sides: { select: { organisationId: true, organisation: { select: partnerSelect }, registration: { select: { personName: true } }, contactShare: { select: { name: true, email: true, phone: true } } } },
  seats: { where: { resourceKind: "room" }, select: { startsAt: true, endsAt: true } },
  second: { select: { startsAt: true, proposedById: true, confirmedAt: true } },
} satisfies Prisma.MeetingSelect;

type Row = Prisma.MeetingGetPayload<{ select: typeof heldSelect }>;

/** What the actor alone has said: of ratings the own side's, of notes the own. */
async function loadOwn({ organisationId, registration: { userId } }: Participant, ids: string[]) {
  const meetingId = { in: ids };
  const [ratings, notes, cooperations] = await Promise.all([
    db.rating.findMany({ where: { meetingId, organisationId }, select: { meetingId: true, outcome: true, wishesAgain: true } }),
    db.meetingNote.findMany({ where: { meetingId, userId }, select: { meetingId: true, text: true, locale: true } }),
    db.cooperation.findMany({ where: { meetingId, authorId: organisationId }, select: { id: true, meetingId: true } }),
  ]);
  return { ratings, notes, cooperations };
}

type Own = Awaited<ReturnType<typeof loadOwn>>;

/** The other side's details are shown to those who have shared their own. */
function toContact(sides: Row["sides"], ownId: string): HeldMeeting["contact"] {
  const own = sides.find((side) => side.organisationId === ownId)?.contactShare ?? null;
  const partner = sides.find((side) => side.organisationId !== ownId)?.contactShare ?? null;
  return { own, isOffered: partner !== null, partner: own && partner };
}

function toHeld({ id, sides, seats: [seat], second, ...row }: Row, ownId: string, own: Own): HeldMeeting[] {
  const other = sides.find((side) => side.organisationId !== ownId);
  if (!other || !seat) return [];
  const rating = own.ratings.find(({ meetingId }) => meetingId === id);
  const note = own.notes.find(({ meetingId }) => meetingId === id);
  const time = second?.startsAt ? { startsAt: second.startsAt, isOwn: second.proposedById === ownId, isConfirmed: second.confirmedAt !== null } : null;
  return [{
    id,
    ...row,
    ...seat,
    partner: toPartner(other.organisation),
    partnerPerson: other.registration.personName,
    rating: rating ? { outcome: rating.outcome, wishesAgain: rating.wishesAgain } : null,
    note: note ? { text: note.text, locale: note.locale } : null,
    second: second && { time },
    contact: toContact(sides, ownId),
    cooperationId: own.cooperations.find(({ meetingId }) => meetingId === id)?.id ?? null,
  }];
}

/**
 * The meetings of an event in which the actor speaks and which have begun, in their order, with what the actor said of
 * them. Throws NotFound (no participant), SignedOut.
 */
export async function listHeld(actor: Actor, eventSlug: string, locale?: Locale): Promise<LookBack> {
  const participant = await requireParticipant(actor, eventSlug, locale);
  const { event, registration, organisationId } = participant;
  const rows = await db.meeting.findMany({
    where: { ...spokenBy(participant), seats: { some: { resourceKind: "room", startsAt: { lte: new Date() } } } },
    relationLoadStrategy: "join",
    select: heldSelect,
  });
  const own = await loadOwn(participant, rows.map(({ id }) => id));
  const { email } = await db.registration.findUniqueOrThrow({ where: { id: registration.id }, select: { email: true } });
  const meetings = rows.flatMap((row) => toHeld(row, organisationId, own)).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return { event, meetings, details: { name: registration.personName, email, phone: null } };
}

/** What a participant has said of the own meetings, by the meeting's id. */
export async function readOutcomes({ organisationId }: Participant, meetingIds: readonly string[]): Promise<Map<string, Outcome>> {
  const rows = await db.rating.findMany({ where: { organisationId, meetingId: { in: [...meetingIds] } }, select: { meetingId: true, outcome: true } });
  return new Map(rows.map(({ meetingId, outcome }) => [meetingId, outcome]));
}

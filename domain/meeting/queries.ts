import type { Partner, MeetingSummary } from "./schema";
import { logoAddress } from "@/domain/organisation/queries";
import type { Participant } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** What a list reads of the other side: hand the row to `toPartner`. */
export const partnerSelect = {
  id: true,
  slug: true,
  name: true,
  type: true,
  country: true,
  logo: { select: { updatedAt: true } },
} as const satisfies Prisma.OrganisationSelect;

/** The other side as requests and meetings show it. */
export function toPartner({ logo, ...row }: Prisma.OrganisationGetPayload<{ select: typeof partnerSelect }>): Partner {
  return { ...row, logo: logoAddress(row.slug, logo) };
}

const summarySelect = {
  id: true,
  origin: true,
  state: true,
  requestId: true,
  subject: true,
  subjectLocale: true,
  createdAt: true,
  cancelReason: true,
  sides: {
    select: { organisation: { select: partnerSelect }, registration: { select: { id: true, personName: true } } },
  },
  seats: { where: { resourceKind: "room" }, select: { startsAt: true, endsAt: true } },
} as const satisfies Prisma.MeetingSelect;

type Row = Prisma.MeetingGetPayload<{ select: typeof summarySelect }>;

/** Empty where a side is missing: its organisation has been deleted. */
function toSummary({ sides, seats, ...row }: Row, ownId: string): MeetingSummary[] {
  const own = sides.find((side) => side.organisation.id === ownId);
  const other = sides.find((side) => side.organisation.id !== ownId);
  if (!own || !other) return [];
  return [{
    ...row,
    partner: toPartner(other.organisation),
    speaker: own.registration,
    partnerSpeaker: other.registration,
    time: seats[0] ?? null,
  }];
}

/** Meetings of the participant's organisation in the event, the earliest first; those without a time at the end. */
export async function listMeetings({ event, organisationId }: Participant): Promise<MeetingSummary[]> {
  const rows = await db.meeting.findMany({
    where: { eventId: event.id, OR: [{ lowId: organisationId }, { highId: organisationId }] },
    orderBy: { createdAt: "asc" },
    relationLoadStrategy: "join",
    select: summarySelect,
  });
  const at = ({ time }: MeetingSummary) => time?.startsAt.getTime() ?? Number.POSITIVE_INFINITY;
  return rows.flatMap((row) => toSummary(row, organisationId)).toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** The agreed meeting of the participant's organisation with another one; null where there is none. */
export async function findMeetingWith({ event, organisationId }: Participant, otherId: string): Promise<MeetingSummary | null> {
  const [lowId = "", highId = ""] = [organisationId, otherId].toSorted();
  const row = await db.meeting.findFirst({
    where: { eventId: event.id, lowId, highId, state: "agreed" },
    relationLoadStrategy: "join",
    select: summarySelect,
  });
  return (row && toSummary(row, organisationId)[0]) ?? null;
}

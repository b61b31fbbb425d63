import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import type { EntryStep, MailKind } from "@/domain/mail/schema";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { CalendarItem, Invitation } from "../schema";

/** Columns that `toItem` reads: of an entry, besides its time. */
export const itemSelect = {
  registration: {
    select: {
      locale: true,
      organisationId: true,
      event: { select: { slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
    },
  },
  meeting: {
    select: {
      subject: true,
      sides: { select: { organisationId: true, organisation: { select: { name: true } }, registration: { select: { personName: true } } } },
    },
  },
} satisfies Prisma.CalendarEntrySelect;

const invitationSelect = { uid: true, sequence: true, state: true, startsAt: true, endsAt: true, place: true, ...itemSelect } satisfies Prisma.CalendarEntrySelect;

type Surroundings = Prisma.CalendarEntryGetPayload<{ select: typeof itemSelect }>;
type Times = Pick<CalendarItem, "uid" | "sequence" | "state" | "startsAt" | "endsAt" | "place">;

/** An entry in the reader's language, as far as its texts have it. */
export function toItem({ registration, meeting, ...times }: Times & Surroundings, locale: Locale): CalendarItem {
  const { organisationId, event } = registration;
  const partner = meeting?.sides.find((side) => side.organisationId !== organisationId);
  return {
    ...times,
    locale,
    event: { slug: event.slug, timeZone: event.timeZone, title: chooseText(event.texts, locale)?.title ?? "" },
    meeting: meeting && { subject: meeting.subject, partner: partner?.organisation.name ?? "", partnerPerson: partner?.registration.personName ?? "" },
  };
}

/** A mail of this entry has reached the mail server, or may have: the calendar may know it. */
async function isKnown({ entryId, sequence }: EntryStep): Promise<boolean> {
  const tried = await db.mail.count({
    where: { entryId, sequence: { lt: sequence }, OR: [{ state: { in: ["sent", "sending"] } }, { error: { not: null } }] },
  });
  return tried > 0;
}

/**
 * What a mail tells the recipient's calendar at the moment of sending; for the worker. "outdated": a later change has
 * been noted, and its own mail tells what is true. Null: there is nothing to tell, as the calendar never heard of what
 * was cancelled, or the entry is gone with its event or person. An address that the person has given up is told of an end,
 * whatever becomes of the entry at the new one.
 */
export async function findInvitation(step: EntryStep, kind?: MailKind): Promise<Invitation | "outdated" | null> {
  const row = await db.calendarEntry.findUnique({ where: { id: step.entryId }, relationLoadStrategy: "join", select: invitationSelect });
  if (!row) return null;
  if (kind === "calendar_elsewhere") return (await isKnown(step)) ? { ...toItem(row, row.registration.locale), state: "cancelled", ...step } : null;
  if (row.sequence !== step.sequence) return "outdated";
  return row.state === "cancelled" && !(await isKnown(step)) ? null : { ...toItem(row, row.registration.locale), ...step };
}

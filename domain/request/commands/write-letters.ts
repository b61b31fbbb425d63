import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { AnsweredState } from "../schema";

const speakerSelect = { id: true, email: true, locale: true, personName: true, userId: true } satisfies Prisma.RegistrationSelect;

/** Everything that mails about a request need to know. */
export const letterSelect = {
  id: true,
  eventId: true,
  requesterId: true,
  recipientId: true,
  version: true,
  subject: true,
  subjectLocale: true,
  expiresAt: true,
  declineCode: true,
  declineText: true,
  event: { select: { id: true, programmeId: true, slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
  requester: { select: { name: true } },
  recipient: {
    select: { name: true, registrations: { where: { state: "approved" }, select: { ...speakerSelect, eventId: true } } },
  },
  requesterPerson: { select: speakerSelect },
  recipientPerson: { select: speakerSelect },
} satisfies Prisma.MeetingRequestSelect;

/** A request with everybody who may hear of it. */
export type Letter = Prisma.MeetingRequestGetPayload<{ select: typeof letterSelect }>;

export type Reader = { id: string; email: string; locale: Locale; personName: string; userId: string };

/** Who answers for the recipient: the colleague who was put forward, otherwise everybody who takes part for it. */
function recipientsOf({ recipient, recipientPerson, eventId }: Letter): Reader[] {
  return recipientPerson ? [recipientPerson] : recipient.registrations.filter((person) => person.eventId === eventId);
}

function base({ id, event }: Letter, partner: { name: string }, locale: Locale) {
  return {
    event: chooseText(event.texts, locale)?.title ?? "",
    timeZone: event.timeZone,
    partner: partner.name,
    path: `/events/${event.slug}/requests/${id}`,
  };
}

type Envelope = { key: string; to: string; userId: string; locale: Locale; about: ReturnType<typeof aboutEvent> };

/** One mail for each reader and cause: the key says which. */
function envelope(cause: string, letter: Letter, reader: Reader): Envelope {
  return { key: `${cause}/${reader.id}`, to: reader.email, userId: reader.userId, locale: reader.locale, about: aboutEvent(letter.event) };
}

/** To everybody who answers for the recipient: somebody asks. */
export function mailsOfArrival(letter: Letter): MailDraft[] {
  return recipientsOf(letter).map((reader) => ({
    kind: "request_received",
    ...envelope(`request_received/${letter.id}`, letter, reader),
    params: {
      ...base(letter, letter.requester, reader.locale),
      subject: letter.subject,
      expiresAt: letter.expiresAt.toISOString(),
    },
  }));
}

/** To everybody who answers for the recipient: the time is nearly over. */
export function mailsOfReminder(letter: Letter): MailDraft[] {
  return recipientsOf(letter).map((reader) => ({
    kind: "request_expiring",
    // An event that is moved moves the end of its requests: each end is called to mind once.
    ...envelope(`request_expiring/${letter.id}/${letter.expiresAt.toISOString()}`, letter, reader),
    params: { ...base(letter, letter.requester, reader.locale), expiresAt: letter.expiresAt.toISOString() },
  }));
}

/** To one of those concerned: who will speak for the recipient. */
function mailOfColleague(letter: Letter, reader: Reader, partner: { name: string }, colleague: Reader): MailDraft {
  return {
    kind: "request_colleague",
    ...envelope(`request_colleague/${letter.id}/${letter.version}`, letter, reader),
    params: { ...base(letter, partner, reader.locale), colleague: colleague.personName },
  };
}

/** To the colleague who will speak. */
export function mailToColleague(letter: Letter, colleague: Reader): MailDraft {
  return mailOfColleague(letter, colleague, letter.requester, colleague);
}

/** To the colleague who was put forward and to the person who asked. */
export function mailsOfColleague(letter: Letter, colleague: Reader): MailDraft[] {
  return [mailToColleague(letter, colleague), mailOfColleague(letter, letter.requesterPerson, letter.recipient, colleague)];
}

/** What the other side hears when a request's state has changed. */
export function mailsAbout(letter: Letter, to: AnsweredState): MailDraft[] {
  const asker = letter.requesterPerson;
  const params = base(letter, letter.recipient, asker.locale);
  const answer = envelope(`request_${to}/${letter.id}`, letter, asker);
  switch (to) {
    case "accepted":
      return [{ kind: "request_accepted", ...answer, params }];
    case "declined":
      return [{
        kind: "request_declined",
        ...answer,
        params: { ...params, reasonCode: letter.declineCode, reasonText: letter.declineText },
      }];
    case "expired":
      return [{ kind: "request_expired", ...answer, params }];
    case "withdrawn":
      return recipientsOf(letter).map((reader) => ({
        kind: "request_withdrawn",
        ...envelope(`request_withdrawn/${letter.id}`, letter, reader),
        params: base(letter, letter.requester, reader.locale),
      }));
  }
}

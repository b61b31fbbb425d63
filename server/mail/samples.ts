import { createTranslator } from "next-intl";
import type { Locale } from "@/domain/input";
import type { EventExample, MailContent, MailParams, Wording } from "@/domain/mail/schema";
import type { WordingKind } from "@/domain/wording/schema";
import { messagesOf } from "@/i18n/messages";

/** What examples are about: an event of the programme, or an invented one where it has none yet. */
export function eventExample(locale: Locale, known: EventExample | null): EventExample {
  if (known) return known;
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "MailSamples" });
  return { programme: t("programme"), title: t("event"), slug: "example", startsAt: "2027-03-18T12:00:00Z", timeZone: "Europe/Berlin" };
}

function minutesLater(startsAt: string, minutes: number): string {
  return new Date(new Date(startsAt).getTime() + minutes * 60_000).toISOString();
}

type Shared = ReturnType<typeof sharedParams>;

/** What the examples of several kinds have in common: a person and two organisations that do not exist. */
function sharedParams(locale: Locale, { programme, title: event, slug, startsAt, timeZone }: EventExample) {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "MailSamples" });
  const [organisation, partner, room, reason] = ["Bursztyn Software", "Klickdeich GmbH", t("room"), t("reason")];
  const agenda = `/events/${slug}/agenda`;
  const place = { startsAt, room };
  const later = minutesLater(startsAt, 16);
  const release = { event, timeZone, path: agenda };
  return {
    locale,
    programme, organisation, partner, room, reason, place, later,
    topic: t("topic"),
    cooperation: t("cooperation"),
    colleague: "Maja Lis",
    event: { event, startsAt, timeZone, path: `/events/${slug}` },
    registration: { event, startsAt, timeZone, person: "Anna Nowak", path: `/events/${slug}/register` },
    request: { event, timeZone, partner, path: `/events/${slug}/requests` },
    meeting: { event, timeZone, partner, path: agenda, startsAt, room },
    expiresAt: minutesLater(startsAt, -2 * 24 * 60),
    before: minutesLater(startsAt, -60),
    released: { ...release, version: 1, changes: [{ meetingId: "1", partner, after: place, before: null }, { meetingId: "2", partner: "Sieciowy Most", after: { ...place, startsAt: later }, before: null }] },
    changed: { ...release, version: 2, changes: [{ meetingId: "1", partner, after: { ...place, startsAt: later }, before: place }, { meetingId: "2", partner: "Sieciowy Most", after: null, before: { ...place, startsAt: later } }] },
  };
}

function requestSamples({ request, meeting, topic, reason, colleague, expiresAt, before }: Shared) {
  return {
    request_received: { ...request, subject: topic, expiresAt },
    request_accepted: request,
    request_declined: { ...request, reasonCode: "no_fit", reasonText: reason },
    request_withdrawn: request,
    request_colleague: { ...request, colleague },
    request_expiring: { ...request, expiresAt },
    request_expired: request,
    pairing_made: request,
    meeting_placed: meeting,
    meeting_moved: { ...meeting, before },
    meeting_cancelled: { ...request, reasonText: reason },
    calendar_meeting: { ...meeting, before },
    calendar_meeting_off: meeting,
  };
}

function afterSamples({ request, registration, partner, cooperation, topic, later, expiresAt, event }: Shared) {
  const after = { ...request, path: `${event.path}/outcomes`, startsAt: null };
  const timed = { ...after, startsAt: later };
  const noted = { partner, subject: cooperation, path: "/cooperations" };
  const called = { partner, subject: topic, path: "/calls" };
  return {
    rating_asked: { ...registration, partners: [partner, "Sieciowy Most"], path: after.path },
    second_agreed: after,
    second_proposed: timed,
    second_confirmed: timed,
    second_off: after,
    contact_offered: after,
    contact_exchanged: after,
    cooperation_named: noted,
    cooperation_asked: noted,
    call_posted: { ...called, closesAt: expiresAt, timeZone: event.timeZone },
    call_answered: called,
    call_accepted: called,
    call_declined: called,
  };
}

function samplesOf(shared: Shared): Pick<MailParams, WordingKind> {
  const { organisation, programme, reason, event, registration, place, partner, room, later } = shared;
  const reminder = { ...registration, registrationId: "example", country: "PL", meetings: [{ startsAt: place.startsAt, endsAt: minutesLater(place.startsAt, 14), partner, room }, { startsAt: later, endsAt: minutesLater(later, 14), partner: "Sieciowy Most", room }] };
  return {
    organisation_approved: { organisation, programme, path: "/desk" },
    organisation_returned: { organisation, reason, path: "/desk" },
    organisation_refused: { organisation, reason },
    participant_nudge: { event: event.event, organisation, cause: "unanswered", count: 2, path: event.path },
    event_interest: { event: event.event, token: "example" },
    event_open: event,
    event_link: { ...registration, url: "https://meeting.example/j/0000000000" },
    registration_received: registration,
    registration_approved: registration,
    registration_waiting: registration,
    registration_moved_up: registration,
    registration_changed: registration,
    registration_cancelled: registration,
    registration_returned: { ...registration, reason },
    registration_refused: { ...registration, reason },
    ...requestSamples(shared),
    ...afterSamples(shared),
    schedule_released: shared.released,
    schedule_changed: shared.changed,
    schedule_taken_back: { event: event.event, path: shared.released.path },
    reminder_day: reminder,
    reminder_hour: reminder,
    calendar_event_moved: { ...registration, before: shared.before },
    calendar_event_off: registration,
    calendar_elsewhere: registration,
    event_cancelled: { ...registration, reason, reasonLocale: shared.locale },
    event_moved: { ...registration, endsAt: minutesLater(registration.startsAt, 135), before: shared.before, beforeEnds: minutesLater(shared.before, 135), meetings: reminder.meetings },
  };
}

type About = { event: EventExample; wording?: Wording | null };

/** A mail of a kind with examples, as organisers see it before anybody gets one. */
export function sampleOf<K extends WordingKind>(kind: K, locale: Locale, { event, wording = null }: About): MailContent<K> {
  const params = samplesOf(sharedParams(locale, event));
  return { kind, locale, params: params[kind], wording } as MailContent<K>;
}

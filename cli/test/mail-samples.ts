import type { MailParams } from "@/domain/mail/schema";

/** What a person may have written, in the place of every name and text. */
const attack = `<script>alert(1)</script> & "quoted"`;
const at = { event: attack, startsAt: "2027-03-18T12:00:00Z", timeZone: "Europe/Berlin", path: "/events/x" };
const registration = { ...at, person: attack };
export const request = { event: attack, timeZone: "Europe/Berlin", partner: attack, path: "/events/x/requests/1" };

const release = { event: attack, timeZone: at.timeZone, path: "/events/x/agenda" };
const changes = [
  { meetingId: "1", partner: attack, after: { startsAt: at.startsAt, room: attack }, before: null },
  { meetingId: "2", partner: attack, after: { startsAt: at.startsAt, room: attack }, before: { startsAt: at.startsAt, room: attack } },
  { meetingId: "3", partner: attack, after: null, before: { startsAt: at.startsAt, room: attack } },
];

/** One mail of each kind. */
export const mailSamples: MailParams = {
  sign_in: { token: "to/ken+", code: "012345", minutes: 10 },
  membership_invited: { organisation: attack, inviter: attack, path: "/desk" },
  membership_requested: { organisation: attack, person: attack, path: "/desk" },
  membership_approved: { organisation: attack, path: "/desk" },
  membership_declined: { organisation: attack },
  organisation_approved: { organisation: attack, programme: attack, path: "/desk" },
  organisation_returned: { organisation: attack, reason: attack, path: "/desk" },
  organisation_refused: { organisation: attack, reason: attack },
  event_interest: { event: attack, token: "token" },
  event_open: at,
  event_link: { event: attack, startsAt: at.startsAt, timeZone: at.timeZone, person: attack, url: "https://zoom.example/j/1" },
  registration_received: registration,
  registration_approved: registration,
  registration_waiting: registration,
  registration_moved_up: registration,
  registration_changed: registration,
  registration_cancelled: registration,
  registration_returned: { ...registration, reason: attack },
  registration_refused: { ...registration, reason: attack },
  request_received: { ...request, subject: attack, expiresAt: at.startsAt },
  request_accepted: request,
  request_declined: { ...request, reasonCode: null, reasonText: attack },
  request_withdrawn: request,
  request_colleague: { ...request, colleague: attack },
  request_expiring: { ...request, expiresAt: at.startsAt },
  request_expired: request,
  pairing_made: request,
  participant_nudge: { event: attack, organisation: attack, cause: "unanswered", count: 2, path: "/events/x/requests" },
  meeting_cancelled: { ...request, reasonText: attack },
  meeting_placed: { ...request, startsAt: at.startsAt, room: attack },
  meeting_moved: { ...request, startsAt: at.startsAt, before: at.startsAt, room: attack },
  schedule_released: { ...release, version: 1, changes: changes.slice(0, 1) },
  schedule_changed: { ...release, version: 2, changes },
  reminder_day: { ...registration, registrationId: "r", country: "UA", meetings: [{ startsAt: at.startsAt, endsAt: at.startsAt, partner: attack, room: attack }] },
  reminder_hour: { ...registration, registrationId: "r", country: "PL", meetings: [] },
  rating_asked: { ...registration, partners: [attack, "Żagiel"] },
  second_agreed: { ...request, startsAt: null },
  second_proposed: { ...request, startsAt: at.startsAt },
  second_confirmed: { ...request, startsAt: at.startsAt },
  second_off: { ...request, startsAt: null },
  contact_offered: { ...request, startsAt: null },
  contact_exchanged: { ...request, startsAt: null },
  cooperation_named: { partner: attack, subject: attack, path: "/cooperations" },
  cooperation_asked: { partner: attack, subject: attack, path: "/cooperations" },
  call_posted: { partner: attack, subject: attack, path: "/calls/1", closesAt: at.startsAt, timeZone: at.timeZone },
  call_answered: { partner: attack, subject: attack, path: "/calls/1" },
  call_accepted: { partner: attack, subject: attack, path: "/calls/1" },
  call_declined: { partner: attack, subject: attack, path: "/calls/1" },
  schedule_taken_back: { event: attack, path: "/events/x/agenda" },
  digest: { waiting: 2, asking: [{ kind: "request_received", locale: "en", params: { ...request, subject: attack, expiresAt: at.startsAt } }], news: [{ kind: "event_open", locale: "en", params: at }], more: 3, path: "/notices" },
  search_found: { count: 12, searches: [{ name: attack, organisations: [attack, "Żagiel"] }], path: "/searches" },
  calendar_meeting: { ...request, startsAt: at.startsAt, room: attack, before: at.startsAt },
  calendar_meeting_off: { ...request, startsAt: at.startsAt },
  calendar_event_moved: { ...registration, before: at.startsAt },
  calendar_event_off: registration,
  calendar_elsewhere: registration,
  event_cancelled: { ...registration, reason: attack, reasonLocale: "pl" },
  event_moved: { ...registration, endsAt: at.startsAt, before: at.startsAt, beforeEnds: at.startsAt, meetings: [{ startsAt: at.startsAt, endsAt: at.startsAt, partner: attack, room: attack }] },
  announcement: { ...registration, organisation: attack, subject: `${attack} {person}`, body: `${attack} {organisation}\n\n{button}` },
  announcement_trial: { ...registration, organisation: attack, subject: attack, body: "{when}\n\n{button}" },
  wording_trial: { wordingKind: "request_accepted", subject: attack, body: `${attack}\n\n{button}`, event: { programme: attack, title: attack, slug: "x", startsAt: at.startsAt, timeZone: at.timeZone } },
};

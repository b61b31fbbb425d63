import type { Locale } from "@/domain/input";
import type { MailKind, MailParams } from "@/domain/mail/schema";
import { declineCodes } from "@/domain/request/schema";
import { type Block, button, formatDeadline, formatWhen, quote, text, type Translator } from "./letter";
import { writeReleased, writeReminder } from "./schedule-letters";

type Written = { subject: string; blocks: Block[] };
type Writer<K extends MailKind> = (t: Translator<"Mail">, params: MailParams[K], locale: Locale) => Written;

type RegistrationKind = Extract<MailKind, `registration_${string}`>;
type WithNext = Exclude<RegistrationKind, "registration_changed" | "registration_refused">;

/** A mail about one registration; a moderator's reason stands between the first and the next words. */
function registration(kind: RegistrationKind, next: WithNext | null): Writer<RegistrationKind> {
  return (t: Translator<"Mail">, params, locale) => {
    const when = formatWhen(t, locale, params);
    return {
      subject: t(`${kind}.subject`, { event: params.event }),
      blocks: [
        text(t(`${kind}.text`, { person: params.person, event: params.event, when })),
        ...("reason" in params && params.reason !== "" ? [quote(params.reason)] : []),
        ...(next ? [text(t(`${next}.next`))] : []),
        button(t(`${kind}.button`), params.path),
      ],
    };
  };
}

type PlainRequestKind = "request_accepted" | "request_withdrawn" | "request_expired";

/** A mail about a request that says one thing. */
function plainRequest(kind: PlainRequestKind): Writer<PlainRequestKind> {
  return (t: Translator<"Mail">, { partner, event, path }) => ({
    subject: t(`${kind}.subject`, { partner }),
    blocks: [text(t(`${kind}.text`, { partner, event })), button(t(`${kind}.button`), path)],
  });
}

/** The ready-made reason of a refusal. */
function declineReason(t: Translator<"Mail">, code: string | null): Block[] {
  const known = declineCodes.find((one) => one === code);
  return known ? [text(t("request_declined.reason", { reason: t(`reasons.${known}`) }))] : [];
}

/** One writer for each kind of mail. What people wrote themselves is quoted as it is. */
export const writers: { [K in MailKind]: Writer<K> } = {
  sign_in: (t: Translator<"Mail">, { token, code, minutes }) => ({
    subject: t("sign_in.subject", { code }),
    blocks: [
      text(t("sign_in.text")),
      { kind: "code", text: code },
      text(t("sign_in.link")),
      button(t("sign_in.button"), `/sign-in/confirm?token=${encodeURIComponent(token)}`),
      text(t("sign_in.safety", { minutes })),
    ],
  }),
  membership_invited: (t: Translator<"Mail">, { organisation, inviter, path }) => ({
    subject: t("membership_invited.subject", { organisation, inviter }),
    blocks: [
      text(t("membership_invited.text", { organisation, inviter })),
      text(t("membership_invited.next")),
      button(t("membership_invited.button"), path),
    ],
  }),
  membership_requested: (t: Translator<"Mail">, { organisation, person, path }) => ({
    subject: t("membership_requested.subject", { organisation, person }),
    blocks: [
      text(t("membership_requested.text", { organisation, person })),
      button(t("membership_requested.button"), path),
    ],
  }),
  membership_approved: (t: Translator<"Mail">, { organisation, path }) => ({
    subject: t("membership_approved.subject", { organisation }),
    blocks: [text(t("membership_approved.text", { organisation })), button(t("membership_approved.button"), path)],
  }),
  membership_declined: (t: Translator<"Mail">, { organisation }) => ({
    subject: t("membership_declined.subject", { organisation }),
    blocks: [text(t("membership_declined.text", { organisation }))],
  }),
  organisation_approved: (t: Translator<"Mail">, { organisation, programme, path }) => ({
    subject: t("organisation_approved.subject", { organisation }),
    blocks: [
      text(t("organisation_approved.text", { organisation, programme })),
      button(t("organisation_approved.button"), path),
    ],
  }),
  organisation_returned: (t: Translator<"Mail">, { organisation, reason, path }) => ({
    subject: t("organisation_returned.subject", { organisation }),
    blocks: [
      text(t("organisation_returned.text", { organisation })),
      quote(reason),
      text(t("organisation_returned.next")),
      button(t("organisation_returned.button"), path),
    ],
  }),
  organisation_refused: (t: Translator<"Mail">, { organisation, reason }) => ({
    subject: t("organisation_refused.subject", { organisation }),
    blocks: [text(t("organisation_refused.text", { organisation })), quote(reason)],
  }),
  event_interest: (t: Translator<"Mail">, { event, token }) => ({
    subject: t("event_interest.subject", { event }),
    blocks: [
      text(t("event_interest.text", { event })),
      button(t("event_interest.button"), `/events/interest?token=${encodeURIComponent(token)}`),
      text(t("event_interest.next")),
    ],
  }),
  event_open: (t: Translator<"Mail">, { event, path, ...at }, locale) => ({
    subject: t("event_open.subject", { event }),
    blocks: [
      text(t("event_open.text", { event })),
      text(t("event_open.when", { when: formatWhen(t, locale, at) })),
      button(t("event_open.button"), path),
      text(t("event_open.next")),
    ],
  }),
  event_link: (t: Translator<"Mail">, { event, person, url, ...at }, locale) => ({
    subject: t("event_link.subject", { event }),
    blocks: [
      text(t("event_link.text", { event, person, when: formatWhen(t, locale, at) })),
      button(t("event_link.button"), url),
      text(t("event_link.next")),
    ],
  }),
  registration_received: registration("registration_received", "registration_received"),
  registration_approved: registration("registration_approved", "registration_approved"),
  registration_waiting: registration("registration_waiting", "registration_waiting"),
  registration_moved_up: registration("registration_moved_up", "registration_moved_up"),
  registration_changed: registration("registration_changed", null),
  registration_cancelled: registration("registration_cancelled", "registration_cancelled"),
  registration_returned: registration("registration_returned", "registration_returned"),
  registration_refused: registration("registration_refused", null),
  request_received: (t: Translator<"Mail">, { partner, event, subject, expiresAt, timeZone, path }, locale) => ({
    subject: t("request_received.subject", { partner }),
    blocks: [
      text(t("request_received.text", { partner, event })),
      quote(subject),
      text(t("request_received.next", { deadline: formatDeadline(locale, expiresAt, timeZone) })),
      button(t("request_received.button"), path),
    ],
  }),
  request_accepted: plainRequest("request_accepted"),
  request_declined: (t: Translator<"Mail">, { partner, event, reasonCode, reasonText, path }) => ({
    subject: t("request_declined.subject", { partner }),
    blocks: [
      text(t("request_declined.text", { partner, event })),
      ...declineReason(t, reasonCode),
      ...(reasonText ? [text(t("request_declined.words", { partner })), quote(reasonText)] : []),
      text(t("request_declined.next")),
      button(t("request_declined.button"), path),
    ],
  }),
  request_withdrawn: plainRequest("request_withdrawn"),
  request_colleague: (t: Translator<"Mail">, { partner, event, colleague, path }) => ({
    subject: t("request_colleague.subject", { partner }),
    blocks: [
      text(t("request_colleague.text", { partner, event, colleague })),
      button(t("request_colleague.button"), path),
    ],
  }),
  request_expiring: (t: Translator<"Mail">, { partner, event, expiresAt, timeZone, path }, locale) => ({
    subject: t("request_expiring.subject", { partner }),
    blocks: [
      text(t("request_expiring.text", { partner, event, deadline: formatDeadline(locale, expiresAt, timeZone) })),
      button(t("request_expiring.button"), path),
    ],
  }),
  request_expired: plainRequest("request_expired"),
  pairing_made: (t: Translator<"Mail">, { partner, event, path }) => ({
    subject: t("pairing_made.subject", { partner }),
    blocks: [
      text(t("pairing_made.text", { partner, event })),
      text(t("pairing_made.next")),
      button(t("pairing_made.button"), path),
    ],
  }),
  meeting_cancelled: (t: Translator<"Mail">, { partner, event, reasonText, path }) => ({
    subject: t("meeting_cancelled.subject", { partner }),
    blocks: [
      text(t("meeting_cancelled.text", { partner, event })),
      ...(reasonText ? [text(t("meeting_cancelled.words")), quote(reasonText)] : []),
      button(t("meeting_cancelled.button"), path),
    ],
  }),
  meeting_placed: (t: Translator<"Mail">, { partner, event, room, path, ...at }, locale) => ({
    subject: t("meeting_placed.subject", { partner }),
    blocks: [
      text(t("meeting_placed.text", { partner, event, room, when: formatWhen(t, locale, at) })),
      button(t("meeting_placed.button"), path),
    ],
  }),
  meeting_moved: (t: Translator<"Mail">, { partner, event, room, path, before, ...at }, locale) => ({
    subject: t("meeting_moved.subject", { partner }),
    blocks: [
      text(t("meeting_moved.text", { partner, event, room, when: formatWhen(t, locale, at) })),
      text(t("meeting_moved.before", { when: formatWhen(t, locale, { startsAt: before, timeZone: at.timeZone }) })),
      button(t("meeting_moved.button"), path),
    ],
  }),
  calendar_meeting: (t: Translator<"Mail">, { partner, event, room, path, before, ...at }, locale) => ({
    subject: t("calendar_meeting.subject", { partner, when: formatDeadline(locale, at.startsAt, at.timeZone) }),
    blocks: [
      text(t("calendar_meeting.text", { partner, event, room, when: formatWhen(t, locale, at) })),
      ...(before ? [text(t("calendar_meeting.before", { when: formatWhen(t, locale, { startsAt: before, timeZone: at.timeZone }) }))] : []),
      button(t("calendar_meeting.button"), path),
    ],
  }),
  calendar_meeting_off: (t: Translator<"Mail">, { partner, event, path, ...at }, locale) => ({
    subject: t("calendar_meeting_off.subject", { partner }),
    blocks: [
      text(t("calendar_meeting_off.text", { partner, event, when: formatWhen(t, locale, at) })),
      button(t("calendar_meeting_off.button"), path),
    ],
  }),
  calendar_event_moved: (t: Translator<"Mail">, { event, person, path, before, ...at }, locale) => ({
    subject: t("calendar_event_moved.subject", { event }),
    blocks: [
      text(t("calendar_event_moved.text", { event, person, when: formatWhen(t, locale, at) })),
      text(t("calendar_event_moved.before", { when: formatWhen(t, locale, { startsAt: before, timeZone: at.timeZone }) })),
      button(t("calendar_event_moved.button"), path),
    ],
  }),
  calendar_event_off: (t: Translator<"Mail">, { event, person, path, ...at }, locale) => ({
    subject: t("calendar_event_off.subject", { event }),
    blocks: [
      text(t("calendar_event_off.text", { event, person, when: formatWhen(t, locale, at) })),
      button(t("calendar_event_off.button"), path),
    ],
  }),
  schedule_released: writeReleased,
  reminder_day: writeReminder("reminder_day"),
  reminder_hour: writeReminder("reminder_hour"),
  schedule_taken_back: (t: Translator<"Mail">, { event, path }) => ({
    subject: t("schedule_taken_back.subject", { event }),
    blocks: [text(t("schedule_taken_back.text", { event })), button(t("schedule_taken_back.button"), path)],
  }),
  search_found: (t: Translator<"Mail">, { count, searches, path }) => ({
    subject: t("search_found.subject", { count }),
    blocks: [
      text(t("search_found.text", { count })),
      ...searches.flatMap(({ name, organisations }) => [text(t("search_found.search", { name })), quote(organisations.join("\n"))]),
      button(t("search_found.button"), path),
      text(t("search_found.next")),
    ],
  }),
};

import type { MailKind, MailParams } from "@/domain/mail/schema";
import { declineCodes } from "@/domain/request/schema";
import type { Fillings, WordingKind } from "@/domain/wording/schema";
import { formatInstant } from "@/i18n/format";
import { type Block, button, formatDeadline, formatWhen, list, quote, type Reader, text, type Translator } from "./letter";
import { fillChanged, fillMoved, fillReleased, fillReminder } from "./schedule-fillings";

type Filler<K extends WordingKind> = (t: Translator<"Mail">, params: MailParams[K], reader: Reader) => Fillings<K, Block>;

type RegistrationKind = Exclude<Extract<MailKind, `registration_${string}`>, AnsweredKind>;
type AnsweredKind = "registration_returned" | "registration_refused";
type RequestKind = "request_accepted" | "request_withdrawn" | "request_expired" | "pairing_made";
type AfterKind = "second_agreed" | "second_off" | "contact_offered" | "contact_exchanged";
type TimedKind = "second_proposed" | "second_confirmed";
type ToldKind = Extract<MailKind, `cooperation_${string}`> | "call_answered" | "call_accepted" | "call_declined";
type OffKind = "calendar_event_off" | "calendar_elsewhere";

/** What somebody wrote; nothing where it is nothing. */
function quoted(words: string | null): Block[] {
  return words ? [quote(words)] : [];
}

function registration(kind: RegistrationKind | OffKind): Filler<RegistrationKind | OffKind> {
  return (t: Translator<"Mail">, { person, event, path, ...at }, reader) => ({
    person, event, when: formatWhen(t, reader, at), button: [button(t(`${kind}.button`), path)],
  });
}

/** A registration that a moderator has decided on, with the reason. */
function answered(kind: AnsweredKind): Filler<AnsweredKind> {
  return (t: Translator<"Mail">, { person, event, reason, path, ...at }, reader) => ({
    person, event, when: formatWhen(t, reader, at), reason: quoted(reason), button: [button(t(`${kind}.button`), path)],
  });
}

function request(kind: RequestKind | AfterKind): Filler<RequestKind | AfterKind> {
  return (t: Translator<"Mail">, { partner, event, path }) => ({ partner, event, button: [button(t(`${kind}.button`), path)] });
}

function timed(kind: TimedKind): Filler<TimedKind> {
  return (t: Translator<"Mail">, { partner, event, path, startsAt, timeZone }, reader) => ({
    partner, event, when: startsAt ? formatWhen(t, reader, { startsAt, timeZone }) : "", button: [button(t(`${kind}.button`), path)],
  });
}

/** What another organisation says, in its own words. */
function told(kind: ToldKind): Filler<ToldKind> {
  return (t: Translator<"Mail">, { partner, subject, path }) => ({ partner, topic: quoted(subject), button: [button(t(`${kind}.button`), path)] });
}

/** The ready-made reason of a refusal, and own words. */
function declineReason(t: Translator<"Mail">, { partner, reasonCode, reasonText }: MailParams["request_declined"]): Block[] {
  const known = declineCodes.find((one) => one === reasonCode);
  return [
    ...(known ? [text(t("request_declined.reason", { reason: t(`reasons.${known}`) }))] : []),
    ...(reasonText ? [text(t("request_declined.words", { partner })), quote(reasonText)] : []),
  ];
}

/** What fills the placeholders of each kind that organisers may word. What people wrote themselves is quoted as it is. */
export const fillers: { [K in WordingKind]: Filler<K> } = {
  organisation_approved: (t: Translator<"Mail">, { organisation, programme, path }) => ({
    organisation, programme, button: [button(t("organisation_approved.button"), path)],
  }),
  organisation_returned: (t: Translator<"Mail">, { organisation, reason, path }) => ({
    organisation, reason: quoted(reason), button: [button(t("organisation_returned.button"), path)],
  }),
  organisation_refused: (_t, { organisation, reason }) => ({ organisation, reason: quoted(reason) }),
  event_interest: (t: Translator<"Mail">, { event, token }) => ({
    event, button: [button(t("event_interest.button"), `/events/interest?token=${encodeURIComponent(token)}`)],
  }),
  event_open: (t: Translator<"Mail">, { event, path, ...at }, reader) => ({
    event, when: formatWhen(t, reader, at), button: [button(t("event_open.button"), path)],
  }),
  event_link: (t: Translator<"Mail">, { event, person, url, ...at }, reader) => ({
    event, person, when: formatWhen(t, reader, at), button: [button(t("event_link.button"), url)],
  }),
  registration_received: registration("registration_received"),
  registration_approved: registration("registration_approved"),
  registration_waiting: registration("registration_waiting"),
  registration_moved_up: registration("registration_moved_up"),
  registration_changed: registration("registration_changed"),
  registration_cancelled: registration("registration_cancelled"),
  registration_returned: answered("registration_returned"),
  registration_refused: answered("registration_refused"),
  request_received: (t: Translator<"Mail">, { partner, event, subject, expiresAt, timeZone, path }, reader) => ({
    partner, event, topic: quoted(subject), deadline: formatDeadline(t, reader, { startsAt: expiresAt, timeZone }), button: [button(t("request_received.button"), path)],
  }),
  request_accepted: request("request_accepted"),
  request_declined: (t: Translator<"Mail">, params) => ({
    partner: params.partner, event: params.event, reason: declineReason(t, params), button: [button(t("request_declined.button"), params.path)],
  }),
  request_withdrawn: request("request_withdrawn"),
  request_colleague: (t: Translator<"Mail">, { partner, event, colleague, path }) => ({
    partner, event, colleague, button: [button(t("request_colleague.button"), path)],
  }),
  request_expiring: (t: Translator<"Mail">, { partner, event, expiresAt, timeZone, path }, reader) => ({
    partner, event, deadline: formatDeadline(t, reader, { startsAt: expiresAt, timeZone }), button: [button(t("request_expiring.button"), path)],
  }),
  request_expired: request("request_expired"),
  pairing_made: request("pairing_made"),
  participant_nudge: (t: Translator<"Mail">, { event, organisation, cause, count, path }) => ({
    organisation, event, reason: [text(t(`nudges.${cause}.text`, { organisation, event, count }))], button: [button(t(`nudges.${cause}.button`), path)],
  }),
  meeting_placed: (t: Translator<"Mail">, { partner, event, room, path, ...at }, reader) => ({
    partner, event, room, when: formatWhen(t, reader, at), button: [button(t("meeting_placed.button"), path)],
  }),
  meeting_moved: (t: Translator<"Mail">, { partner, event, room, path, before, ...at }, reader) => ({
    partner, event, room, when: formatWhen(t, reader, at), before: formatWhen(t, reader, { ...at, startsAt: before }),
    button: [button(t("meeting_moved.button"), path)],
  }),
  meeting_cancelled: (t: Translator<"Mail">, { partner, event, reasonText, path }) => ({
    partner, event, reason: reasonText ? [text(t("meeting_cancelled.words")), quote(reasonText)] : [], button: [button(t("meeting_cancelled.button"), path)],
  }),
  schedule_released: fillReleased,
  schedule_changed: fillChanged,
  schedule_taken_back: (t: Translator<"Mail">, { event, path }) => ({ event, button: [button(t("schedule_taken_back.button"), path)] }),
  reminder_day: fillReminder("reminder_day"),
  reminder_hour: fillReminder("reminder_hour"),
  rating_asked: (t: Translator<"Mail">, { person, event, partners, path }) => ({
    person, event, meetings: list(partners), button: [button(t("rating_asked.button"), path)],
  }),
  second_agreed: request("second_agreed"),
  second_proposed: timed("second_proposed"),
  second_confirmed: timed("second_confirmed"),
  second_off: request("second_off"),
  contact_offered: request("contact_offered"),
  contact_exchanged: request("contact_exchanged"),
  cooperation_named: told("cooperation_named"),
  cooperation_asked: told("cooperation_asked"),
  call_posted: (t: Translator<"Mail">, { partner, subject, closesAt, timeZone, path }, reader) => ({
    partner, topic: quoted(subject), deadline: formatDeadline(t, reader, { startsAt: closesAt, timeZone }), button: [button(t("call_posted.button"), path)],
  }),
  call_answered: told("call_answered"),
  call_accepted: told("call_accepted"),
  call_declined: told("call_declined"),
  calendar_meeting: (t: Translator<"Mail">, { partner, event, room, path, before, ...at }, reader) => ({
    partner, event, room, when: formatWhen(t, reader, at), time: formatInstant(new Date(at.startsAt), reader.locale, at.timeZone),
    earlier: before ? [text(t("calendar_meeting.before", { before: formatWhen(t, reader, { ...at, startsAt: before }) }))] : [],
    button: [button(t("calendar_meeting.button"), path)],
  }),
  calendar_meeting_off: (t: Translator<"Mail">, { partner, event, path, ...at }, reader) => ({
    partner, event, when: formatWhen(t, reader, at), button: [button(t("calendar_meeting_off.button"), path)],
  }),
  calendar_event_moved: (t: Translator<"Mail">, { event, person, path, before, ...at }, reader) => ({
    event, person, when: formatWhen(t, reader, at), before: formatWhen(t, reader, { ...at, startsAt: before }),
    button: [button(t("calendar_event_moved.button"), path)],
  }),
  calendar_event_off: registration("calendar_event_off"),
  calendar_elsewhere: registration("calendar_elsewhere"),
  event_moved: fillMoved,
  event_cancelled: (t: Translator<"Mail">, { person, event, reason, reasonLocale, path, ...at }, reader) => ({
    person, event, when: formatWhen(t, reader, at), reason: [quote(reason, reasonLocale)], button: [button(t("event_cancelled.button"), path)],
  }),
};

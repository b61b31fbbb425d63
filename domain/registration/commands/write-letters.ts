import { told } from "@/domain/calendar/rules";
import type { EntryChange } from "@/domain/calendar/schema";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft, MeetingLine } from "@/domain/mail/schema";
import type { LetterEvent } from "../access";
import type { RegistrationState } from "../schema";

type Reader = { id: string; userId: string; personName: string; email: string; locale: Locale };

type PlainKind =
  | "registration_received"
  | "registration_approved"
  | "registration_waiting"
  | "registration_moved_up"
  | "registration_changed"
  | "registration_cancelled";
type ReasonKind = "registration_returned" | "registration_refused";

function base(event: LetterEvent, reader: Reader) {
  return {
    event: chooseText(event.texts, reader.locale)?.title ?? "",
    startsAt: event.startsAt.toISOString(),
    timeZone: event.timeZone,
    person: reader.personName,
    path: `/events/${event.slug}/register`,
  };
}

// A registration can be cancelled and made again: the instant tells one change from the next. That each change
// happens once is held by the command's own guard.
function envelope(kind: PlainKind | ReasonKind | "event_moved" | "event_cancelled" | "calendar_elsewhere", event: LetterEvent, reader: Reader) {
  return { key: `${kind}/${reader.id}/${Date.now()}`, to: reader.email, userId: reader.userId, locale: reader.locale, about: aboutEvent(event) };
}

/** What the person reads about the own registration; `changes`: what becomes of it in calendars. */
export function letter(kind: PlainKind, event: LetterEvent, reader: Reader, changes: readonly EntryChange[] = []): MailDraft {
  return { kind, ...envelope(kind, event, reader), params: base(event, reader), ...told(changes, reader.id, null) };
}

/** The same with a moderator's words. */
export function letterWithReason(kind: ReasonKind, event: LetterEvent, reader: Reader & { reason: string }, changes: readonly EntryChange[]): MailDraft {
  return { kind, ...envelope(kind, event, reader), params: { ...base(event, reader), reason: reader.reason }, ...told(changes, reader.id, null) };
}

type Move = { version: number; endsAt: Date; before: { startsAt: Date; endsAt: Date }; meetings: MeetingLine[] };

/** The event has another time; `version`: of the event, one cause of mails. */
export function letterOfMove(event: LetterEvent, reader: Reader, { version, endsAt, before, meetings }: Move, changes: readonly EntryChange[]): MailDraft {
  const params = { ...base(event, reader), endsAt: endsAt.toISOString(), before: before.startsAt.toISOString(), beforeEnds: before.endsAt.toISOString(), meetings };
  return { kind: "event_moved", ...envelope("event_moved", event, reader), key: `event_moved/${reader.id}/${version}`, params, ...told(changes, reader.id, null) };
}

/** The event does not take place; `reason`: in the words of its organisers. */
export function letterOfCancelling(event: LetterEvent, reader: Reader, reason: { locale: Locale; text: string }, changes: readonly EntryChange[]): MailDraft {
  const params = { ...base(event, reader), path: `/events/${event.slug}`, reason: reason.text, reasonLocale: reason.locale };
  return { kind: "event_cancelled", ...envelope("event_cancelled", event, reader), key: `event_cancelled/${reader.id}`, params, ...told(changes, reader.id, null) };
}

/** The same mail, not sent before so many seconds have passed. */
export function held(draft: MailDraft, holdSeconds: number): MailDraft {
  return { ...draft, holdSeconds };
}

/** To the address that the person had: each entry leaves the calendar there, with the number before the one of `changes`. */
export function lettersOfOldAddress(event: LetterEvent, reader: Reader, changes: readonly EntryChange[]): MailDraft[] {
  return changes.map(({ entryId, sequence }) => ({
    kind: "calendar_elsewhere", ...envelope("calendar_elsewhere", event, reader), key: `calendar_elsewhere/${entryId}/${sequence - 1}`,
    params: base(event, reader), entry: { entryId, sequence: sequence - 1 },
  }));
}

/** Which mail confirms a new registration. One of an organisation that is not admitted yet is not a place yet. */
export function confirmation(state: RegistrationState, isAdmitted: boolean): PlainKind {
  if (state === "waiting") return "registration_waiting";
  return state === "approved" && isAdmitted ? "registration_approved" : "registration_received";
}

import { z } from "zod";
import type { Locale } from "@/domain/input";

/** Why an organisation is at risk of coming for nothing: it says nothing, has no time, does not answer, or has no meeting. */
export const riskCauses = ["profile", "time", "unanswered", "meeting"] as const;
export type RiskCause = (typeof riskCauses)[number];

/**
 * Every mail that the portal sends, with what its text needs. Words are chosen when the mail is rendered,
 * in the recipient's language (messages, namespace `Mail`); instants are ISO 8601 strings in UTC.
 * `path` is an address of the portal without language and host, for example "/account".
 */
export type MailParams = {
  sign_in: { token: string; code: string; minutes: number };
  membership_invited: { organisation: string; inviter: string; path: string };
  membership_requested: { organisation: string; person: string; path: string };
  membership_approved: { organisation: string; path: string };
  membership_declined: { organisation: string };
  organisation_approved: { organisation: string; programme: string; path: string };
  organisation_returned: { organisation: string; reason: string; path: string };
  organisation_refused: { organisation: string; reason: string };
  /** Leads to "/events/interest?token=…", where the address is confirmed. */
  event_interest: { event: string; token: string };
  /** To those who asked to be told when the form opens. */
  event_open: { event: string; startsAt: string; timeZone: string; path: string };
  /** The link of the online meeting, a few days before. `url` is absolute. */
  event_link: { event: string; startsAt: string; timeZone: string; person: string; url: string };
  registration_received: RegistrationMail;
  registration_approved: RegistrationMail;
  registration_waiting: RegistrationMail;
  registration_moved_up: RegistrationMail;
  registration_changed: RegistrationMail;
  registration_cancelled: RegistrationMail;
  registration_returned: RegistrationMail & { reason: string };
  registration_refused: RegistrationMail & { reason: string };
  request_received: RequestMail & { subject: string; expiresAt: string };
  request_accepted: RequestMail;
  request_declined: RequestMail & { reasonCode: string | null; reasonText: string | null };
  request_withdrawn: RequestMail;
  request_colleague: RequestMail & { colleague: string };
  request_expiring: RequestMail & { expiresAt: string };
  request_expired: RequestMail;
  pairing_made: RequestMail;
  /** Staff reminds a participant of what the organisation lacks; `count`: requests that wait for an answer. */
  participant_nudge: { event: string; organisation: string; cause: RiskCause; count: number; path: string };
  meeting_cancelled: RequestMail & { reasonText: string | null };
  meeting_placed: RequestMail & { startsAt: string; room: string };
  /** The other side has chosen another time. */
  meeting_moved: RequestMail & { startsAt: string; before: string; room: string };
  schedule_released: ReleaseMail;
  /** A later version, to those for whom it changes something. */
  schedule_changed: ReleaseMail;
  schedule_taken_back: { event: string; path: string };
  /** How was it? To participants who had meetings; `partners`: with whom. */
  rating_asked: RegistrationMail & { partners: string[] };
  second_agreed: AfterMail;
  second_proposed: AfterMail;
  second_confirmed: AfterMail;
  second_off: AfterMail;
  contact_offered: AfterMail;
  contact_exchanged: AfterMail;
  /** Another organisation has noted a cooperation with the reader's. */
  cooperation_named: CooperationMail;
  /** How it is going. */
  cooperation_asked: CooperationMail;
  /** Another organisation looks for what the reader's offers. */
  call_posted: CallMail & { closesAt: string; timeZone: string };
  /** To the author of a call; and what became of an answer, to who wrote it. */
  call_answered: CallMail;
  call_accepted: CallMail;
  call_declined: CallMail;
  /** Who fits anew, by the names that people gave to their saved searches; `count`: all of them. */
  search_found: { count: number; searches: { name: string; organisations: string[] }[]; path: string };
  /** The day before the first meeting or the event, and an hour before. */
  reminder_day: ReminderMail;
  reminder_hour: ReminderMail;
  /** What waits for an answer, `waiting` in all, and what the reader wanted to have told together. `more`: left out of the two lists. */
  digest: { waiting: number; asking: MailContent<NoticeKind>[]; news: MailContent<NoticeKind>[]; more: number; path: string };
  /** A meeting's time for the own calendar; `before`: the time told last, where that was another one. */
  calendar_meeting: RequestMail & { startsAt: string; room: string; before: string | null };
  /** The meeting has no time any more. */
  calendar_meeting_off: RequestMail & { startsAt: string };
  calendar_event_moved: RegistrationMail & { before: string };
  /** To an address that the reader does not want mails at any more: the entry leaves its calendar. */
  calendar_elsewhere: RegistrationMail;
  /** The organisers have moved the event, and the reader's released meetings with it. */
  event_moved: RegistrationMail & { endsAt: string; before: string; beforeEnds: string; meetings: MeetingLine[] };
  /** The person takes part no more, as the organisation or the membership in it does not count any more. */
  calendar_event_off: RegistrationMail;
  /** The event does not take place; the reason is in the language that its organisers wrote it in. */
  event_cancelled: RegistrationMail & { reason: string; reasonLocale: Locale };
  /** A programme's own words for a kind of mail, as a trial with examples, to the organiser who asked for it. */
  wording_trial: Wording & { wordingKind: string; event: EventExample };
  /** What an event's staff writes to those who have registered, with placeholders; `path`: the event's page. Previews have no `announcementId`. */
  announcement: AnnouncementMail & { announcementId?: string };
  /** The same with examples, to whoever wrote it. */
  announcement_trial: AnnouncementMail;
};

type RegistrationMail = { event: string; startsAt: string; timeZone: string; person: string; path: string };
type RequestMail = { event: string; timeZone: string; partner: string; path: string };

/** What comes after a meeting; `startsAt`: of the second one, where a time is told. */
type AfterMail = RequestMail & { startsAt: string | null };
/** `subject`: what is looked for, in the words of the author. */
type CallMail = { partner: string; subject: string; path: string };
type CooperationMail = { partner: string; subject: string; path: string };

/** `country`: of the reader's organisation, whose clocks may show another time. */
type ReminderMail = RegistrationMail & { registrationId: string; country: string; meetings: MeetingLine[] };

/** `changes`: left out by mails from before they were listed. */
type ReleaseMail = { event: string; timeZone: string; path: string; version: number; changes?: ChangeLine[] };

/** Subject and text of a kind of mail as a programme's organisers have written them, with placeholders (domain/wording). */
export type Wording = { subject: string; body: string };

type AnnouncementMail = Wording & { person: string; organisation: string; event: string; startsAt: string; timeZone: string; path: string };

/** The programme's event that an example is about. */
export type EventExample = { programme: string; title: string; slug: string; startsAt: string; timeZone: string };

/** A meeting in a list of a mail. */
export type MeetingLine = { startsAt: string; endsAt: string; partner: string; room: string };

type At = { startsAt: string; room: string };
/** What a release changes for a person, meeting by meeting: a time that is new, one in the place of another, or none any more. */
export type ChangeLine = { meetingId: string; partner: string; after: At | null; before: At | null };

export type MailKind = keyof MailParams;

/** Kinds that carry a secret: their params are emptied as soon as the mail is out. */
export const secretMails = ["sign_in", "event_interest"] as const satisfies readonly MailKind[];

/** One change of an entry in the recipient's own calendar: each is told once, in the order of `sequence`. */
export type EntryStep = { entryId: string; sequence: number };

/** Mails that say nothing but what a calendar is told: without that they are not sent. */
export const calendarMails = ["calendar_meeting", "calendar_meeting_off", "calendar_event_moved", "calendar_event_off", "calendar_elsewhere"] as const satisfies readonly MailKind[];

/** Mails about an event that stay true when it is cancelled: no other one that still waits is sent then. */
export const lastingMails = [
  "event_cancelled", "calendar_event_off", "calendar_meeting_off", "calendar_elsewhere", "meeting_cancelled", "registration_cancelled", "registration_refused",
  "contact_offered", "contact_exchanged", "announcement", "announcement_trial",
] as const satisfies readonly MailKind[];

/** Mails that leave no notice: what opens something, and what says again what another mail or page has told its reader, and trials. */
export const silentMails = [...secretMails, "calendar_meeting", "calendar_meeting_off", "calendar_elsewhere", "digest", "wording_trial", "announcement_trial"] as const satisfies readonly MailKind[];
/** Kinds that are also read in the portal. */
export type NoticeKind = Exclude<MailKind, (typeof silentMails)[number]>;

/** Kinds whose link is meant for the recipient alone: no staff reads them. */
export const sealedMails = [...secretMails, "event_link"] as const satisfies readonly MailKind[];

export const deliveries = ["now", "digest", "off"] as const;
export type Delivery = (typeof deliveries)[number];

/**
 * Kinds that somebody may choose about, and what: to have them at once, told together with others in the digest, or not
 * at all. Whatever is not here is sent at once; what cannot be "off" is necessary.
 */
export const mailOptions = {
  request_received: ["now", "digest"],
  request_expiring: ["now", "off"],
  reminder_day: ["now", "off"],
  reminder_hour: ["now", "off"],
  rating_asked: ["now", "off"],
  cooperation_asked: ["now", "off"],
  call_posted: ["now", "digest", "off"],
  digest: ["now", "off"],
  event_open: ["now", "digest", "off"],
  search_found: ["now", "digest", "off"],
  announcement: ["now", "off"],
} as const satisfies Partial<Record<MailKind, readonly Delivery[]>>;
type MailOptions = typeof mailOptions;
export type ChosenMail = keyof MailOptions;
export const chosenMails = Object.keys(mailOptions) as ChosenMail[];

/** Kinds that nobody needs in order to take part: each can be switched off. */
export type OptionalMail = { [K in ChosenMail]: "off" extends MailOptions[K][number] ? K : never }[ChosenMail];
export const optionalMails = chosenMails.filter((kind): kind is OptionalMail => mailOptions[kind].some((one) => one === "off"));

export const mailChoicesSchema = z.object({
  request_received: z.enum(mailOptions.request_received),
  request_expiring: z.enum(mailOptions.request_expiring),
  reminder_day: z.enum(mailOptions.reminder_day),
  reminder_hour: z.enum(mailOptions.reminder_hour),
  rating_asked: z.enum(mailOptions.rating_asked),
  cooperation_asked: z.enum(mailOptions.cooperation_asked),
  call_posted: z.enum(mailOptions.call_posted),
  digest: z.enum(mailOptions.digest),
  event_open: z.enum(mailOptions.event_open),
  search_found: z.enum(mailOptions.search_found),
  announcement: z.enum(mailOptions.announcement),
} satisfies Record<ChosenMail, unknown>);
export type MailChoices = z.output<typeof mailChoicesSchema>;

/** One kind of mail to one address, by its hash. */
export type Subscription = { kind: OptionalMail; addressHash: string };

export const mailStates = ["queued", "sending", "sent", "failed", "dead", "outdated", "suppressed", "unwanted"] as const;
export type MailState = (typeof mailStates)[number];

/** Between the portal and a person alone: these belong to no programme, and no organiser sees them. */
export type PersonalMailKind = Extract<MailKind, "sign_in" | "search_found" | "digest" | `membership_${string}`>;

export type StaffMailKind = Exclude<MailKind, PersonalMailKind>;

/** All kinds that belong to a programme, in the order in which a person may meet them. */
export const staffMailKinds = Object.keys({
  organisation_approved: 0, organisation_returned: 0, organisation_refused: 0, event_interest: 0, event_open: 0,
  registration_received: 0, registration_approved: 0, registration_waiting: 0, registration_moved_up: 0,
  registration_changed: 0, registration_cancelled: 0, registration_returned: 0, registration_refused: 0, event_link: 0,
  request_received: 0, request_accepted: 0, request_declined: 0, request_withdrawn: 0, request_colleague: 0,
  request_expiring: 0, request_expired: 0, pairing_made: 0, participant_nudge: 0, meeting_placed: 0, meeting_moved: 0, meeting_cancelled: 0,
  schedule_released: 0, schedule_changed: 0, schedule_taken_back: 0, reminder_day: 0, reminder_hour: 0,
  rating_asked: 0, second_agreed: 0, second_proposed: 0, second_confirmed: 0, second_off: 0, contact_offered: 0, contact_exchanged: 0,
  cooperation_named: 0, cooperation_asked: 0, call_posted: 0, call_answered: 0, call_accepted: 0, call_declined: 0, calendar_meeting: 0, calendar_meeting_off: 0,
  calendar_event_moved: 0, calendar_event_off: 0, calendar_elsewhere: 0, event_moved: 0, event_cancelled: 0, announcement: 0, announcement_trial: 0, wording_trial: 0,
} satisfies Record<StaffMailKind, 0>) as StaffMailKind[];

/** Whose staff sees a mail: organisers those of their programme, moderators of an event those of the event. */
export type MailAbout<K extends MailKind = MailKind> = K extends PersonalMailKind
  ? null
  : K extends `organisation_${string}` | `cooperation_${string}` | `call_${string}` | "wording_trial"
    ? { programmeId: string; eventId: null }
    : { programmeId: string; eventId: string };

/**
 * What the words of a mail are made of. `wording`: the programme's own, where it has one for this kind and language;
 * `country`: of the reader's organisation, whose clocks may show another time than the event's.
 */
export type MailContent<K extends MailKind = MailKind> = {
  [Kind in K]: { kind: Kind; locale: Locale; params: MailParams[Kind]; wording?: Wording | null; country?: string | null };
}[K];

/** One mail to one address, as the worker sends it. `key` says what it is about: the same key is never sent twice. */
export type QueuedMail<K extends MailKind = MailKind> = MailContent<K> & { key: string; to: string };

/**
 * A mail on its way into the outbox. `userId`: who reads it in the portal too; null: whoever signs in with this address,
 * if anybody does. `entry`: what it tells the recipient's calendar besides. `holdSeconds`: it is not sent before so
 * many have passed; left out: at once.
 */
export type MailDraft<K extends MailKind = MailKind> = {
  [Kind in K]: { kind: Kind; key: string; to: string; userId: string | null; locale: Locale; params: MailParams[Kind]; about: MailAbout<Kind>; entry?: EntryStep; holdSeconds?: number };
}[K];

/** How a mail server refused a mail. `isUnknown`: for good, as it does not know the recipient. */
export type MailFailure = { isFinal: boolean; isUnknown: boolean; text: string };

/**
 * A mail of the outbox that one worker holds for a minute; `attempts` counts this one. `refusal`: what the recipient's
 * mail server said when it did not know the address; null where it is written to. `delivery`: the recipient's for this kind.
 */
export type ClaimedMail = QueuedMail & { id: string; attempts: number; entryId: string | null; sequence: number | null; eventId: string | null; refusal: string | null; delivery: Delivery | null };

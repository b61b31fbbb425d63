import { z } from "zod";
import { lineSchema, type Locale, localeSchema, slugSchema, textSchema } from "@/domain/input";
import type { StaffMailKind, Wording } from "@/domain/mail/schema";
import { checkWording, type Placeholders } from "./rules";

/** Kinds of mail that a programme's organisers may word. */
export type WordingKind = Exclude<StaffMailKind, "wording_trial" | "announcement" | "announcement_trial">;

const registration = { inText: ["person", "event", "when"], alone: ["button"], needed: ["button"] } as const;
const answered = { inText: ["person", "event", "when"], alone: ["reason", "button"], needed: ["reason", "button"] } as const;
const request = { inText: ["partner", "event"], alone: ["button"], needed: ["button"] } as const;
const explained = { inText: ["partner", "event"], alone: ["reason", "button"], needed: ["reason", "button"] } as const;
const reminder = { inText: ["person", "event", "when"], alone: ["local_time", "meetings", "button"], needed: ["when", "meetings", "button"] } as const;

const timed = { inText: ["partner", "event", "when"], alone: ["button"], needed: ["when", "button"] } as const;
const told = { inText: ["partner"], alone: ["topic", "button"], needed: ["topic", "button"] } as const;

/** What each kind fills in. Texts that organisers have written hold to this, or the portal's own words go out. */
export const placeholders = {
  organisation_approved: { inText: ["organisation", "programme"], alone: ["button"], needed: ["button"] },
  organisation_returned: { inText: ["organisation"], alone: ["reason", "button"], needed: ["reason", "button"] },
  organisation_refused: { inText: ["organisation"], alone: ["reason"], needed: ["reason"] },
  event_interest: { inText: ["event"], alone: ["button"], needed: ["button"] },
  event_open: { inText: ["event", "when"], alone: ["button"], needed: ["button"] },
  event_link: registration,
  registration_received: registration,
  registration_approved: registration,
  registration_waiting: registration,
  registration_moved_up: registration,
  registration_changed: registration,
  registration_cancelled: registration,
  registration_returned: answered,
  registration_refused: answered,
  request_received: { inText: ["partner", "event", "deadline"], alone: ["topic", "button"], needed: ["topic", "button"] },
  request_accepted: request,
  request_declined: explained,
  request_withdrawn: request,
  request_colleague: { inText: ["partner", "event", "colleague"], alone: ["button"], needed: ["colleague", "button"] },
  request_expiring: { inText: ["partner", "event", "deadline"], alone: ["button"], needed: ["deadline", "button"] },
  request_expired: request,
  pairing_made: request,
  participant_nudge: { inText: ["organisation", "event"], alone: ["reason", "button"], needed: ["reason", "button"] },
  meeting_placed: { inText: ["partner", "event", "when", "room"], alone: ["button"], needed: ["when", "button"] },
  meeting_moved: { inText: ["partner", "event", "when", "before", "room"], alone: ["button"], needed: ["when", "button"] },
  meeting_cancelled: explained,
  schedule_released: { inText: ["event"], alone: ["meetings", "button"], needed: ["meetings", "button"] },
  schedule_changed: { inText: ["event", "version"], alone: ["changes", "button"], needed: ["changes", "button"] },
  schedule_taken_back: { inText: ["event"], alone: ["button"], needed: ["button"] },
  reminder_day: reminder,
  reminder_hour: reminder,
  rating_asked: { inText: ["person", "event"], alone: ["meetings", "button"], needed: ["button"] },
  second_agreed: request,
  second_proposed: timed,
  second_confirmed: timed,
  second_off: request,
  contact_offered: request,
  contact_exchanged: request,
  cooperation_named: told,
  cooperation_asked: told,
  call_posted: { inText: ["partner", "deadline"], alone: ["topic", "button"], needed: ["topic", "button"] },
  call_answered: told,
  call_accepted: told,
  call_declined: told,
  calendar_meeting: { inText: ["partner", "event", "when", "time", "room"], alone: ["earlier", "button"], needed: ["when", "button"] },
  calendar_meeting_off: { inText: ["partner", "event", "when"], alone: ["button"], needed: ["button"] },
  calendar_event_moved: { inText: ["person", "event", "when", "before"], alone: ["button"], needed: ["when", "button"] },
  calendar_event_off: registration,
  calendar_elsewhere: registration,
  event_cancelled: answered,
  event_moved: { inText: ["person", "event", "when", "before"], alone: ["meetings", "button"], needed: ["when", "button"] },
} as const satisfies Record<WordingKind, Placeholders>;

type InText<K extends WordingKind> = (typeof placeholders)[K]["inText"][number];
type Alone<K extends WordingKind> = (typeof placeholders)[K]["alone"][number];

/** What fills the placeholders of a kind: words in a sentence, and parts of the mail. */
export type Fillings<K extends WordingKind, Part> = Record<InText<K>, string> & Record<Alone<K>, Part[]>;

export type Placeholder = { [K in WordingKind]: InText<K> | Alone<K> }[WordingKind];

/** Kinds that people meet together, in the order in which they do. */
export const wordingGroups = {
  organisations: ["organisation_approved", "organisation_returned", "organisation_refused"],
  registrations: [
    "event_interest", "event_open", "registration_received", "registration_approved", "registration_waiting", "registration_moved_up",
    "registration_changed", "registration_cancelled", "registration_returned", "registration_refused", "participant_nudge", "event_link",
  ],
  requests: [
    "request_received", "request_accepted", "request_declined", "request_withdrawn", "request_colleague", "request_expiring", "request_expired",
    "pairing_made", "meeting_placed", "meeting_moved", "meeting_cancelled",
  ],
  schedule: ["schedule_released", "schedule_changed", "schedule_taken_back", "reminder_day", "reminder_hour"],
  outcomes: [
    "rating_asked", "second_agreed", "second_proposed", "second_confirmed", "second_off", "contact_offered", "contact_exchanged", "cooperation_named",
    "cooperation_asked",
  ],
  calls: ["call_posted", "call_answered", "call_accepted", "call_declined"],
  event: ["event_moved", "event_cancelled"],
  calendar: ["calendar_meeting", "calendar_meeting_off", "calendar_event_moved", "calendar_event_off", "calendar_elsewhere"],
} as const satisfies Record<string, readonly WordingKind[]>;
export type WordingGroup = keyof typeof wordingGroups;

export const wordingKinds = Object.keys(placeholders) as WordingKind[];
const kindSchema = z.enum(wordingKinds);

/** Which text: as the address of its page says it. */
export const wordingKeySchema = z.object({ programme: slugSchema, kind: kindSchema, locale: localeSchema });
export type WordingKey = z.output<typeof wordingKeySchema>;

export const limits = { subject: 200, body: 5000 } as const;

/** `seen`: the revision that the form began from; left out where the portal's own words held. `key`: made with the page. */
export const wordingSchema = wordingKeySchema
  .extend({
    intent: z.enum(["save", "preview", "trial"]),
    seen: z.uuid().optional(),
    key: z.uuid(),
    subject: lineSchema({ min: 1, max: limits.subject }),
    body: textSchema({ min: 1, max: limits.body }),
  })
  .superRefine(({ kind, subject, body }, context) => {
    for (const { field, code } of checkWording(placeholders[kind], { subject, body })) context.addIssue({ code: "custom", path: [field], message: code });
  });
export type WordingInput = z.output<typeof wordingSchema>;

export const resetSchema = wordingKeySchema.extend({ seen: z.uuid() });
export type ResetInput = z.output<typeof resetSchema>;

/** A text that organisers have written. */
export type StoredWording = Wording & { kind: WordingKind; locale: Locale; revision: string; updatedAt: Date };

/** Whether a kind of mail has words of a programme. */
export function isWordingKind(kind: string): kind is WordingKind {
  return Object.hasOwn(placeholders, kind);
}

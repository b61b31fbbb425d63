import { z } from "zod";
import { idSchema, lineSchema, type Locale, localeSchema, slugSchema, textSchema } from "@/domain/input";
import type { InsideEvent } from "@/domain/event/schema";
import type { MeetingSummary, Partner } from "@/domain/meeting/schema";
import type { OrganisationCard } from "@/domain/organisation/schema";
import type { LateOptions } from "@/domain/schedule/schema";

export const requestStates = ["pending", "accepted", "declined", "withdrawn", "expired"] as const;
export type RequestState = (typeof requestStates)[number];

/** How an open request can end. */
export type AnsweredState = Exclude<RequestState, "pending">;

/** Ready-made reasons for declining that a person may choose; their words are the messages `DeclineReasons`. */
export const declineChoices = ["no_fit", "no_free_slot", "not_now", "in_touch_already"] as const;

/** Every reason that the portal may have stored; some it gives itself. */
export const declineCodes = [...declineChoices, "not_taking_part"] as const;
export type DeclineCode = (typeof declineCodes)[number];

/** Which end of a request an organisation stands at. */
export type Side = "requester" | "recipient";

/** Open requests that an organisation has sent in an event, and how many it may have. */
export type Quota = { used: number; limit: number };

/** Time of one person in an event: slots marked as free, and meetings that need one each. */
export type Load = { freeSlots: number; meetings: number };

export const inboxGroups = ["answer", "waiting", "agreed", "past"] as const;
export type InboxGroup = (typeof inboxGroups)[number];

/** Length of the texts, in characters. */
export const limits = { subjectMin: 3, subject: 200, messageMin: 10, message: 1000, reason: 500 } as const;

const versionSchema = z.coerce.number().int().min(1).max(2_000_000_000);

/** What a request says. `subject`: the id of one side's need or offer, or "own" with words and language of its own. */
const wordsShape = {
  subject: z.string().refine((value) => value === "own" || idSchema.safeParse(value).success, { error: "invalid_choice" }),
  ownSubject: lineSchema({ min: limits.subjectMin, max: limits.subject }).optional(),
  ownSubjectLocale: localeSchema.optional(),
  message: textSchema({ min: limits.messageMin, max: limits.message }),
  messageLocale: localeSchema,
  /** Registration of the colleague who will speak; the actor where left out. */
  person: idSchema.optional(),
};

type OwnSubject = { subject: string; ownSubject?: string | undefined; ownSubjectLocale?: Locale | undefined };

/** Own words need words and their language. */
function requireOwnSubject(value: OwnSubject, context: z.RefinementCtx): void {
  if (value.subject !== "own") return;
  for (const field of ["ownSubject", "ownSubjectLocale"] as const) {
    if (value[field] === undefined) context.addIssue({ code: "custom", path: [field], message: "required" });
  }
}

export const sendRequestSchema = z
  .object({ event: slugSchema, organisation: slugSchema, ...wordsShape })
  .superRefine(requireOwnSubject);
export type SendRequestInput = z.output<typeof sendRequestSchema>;

/** One request inside an event. */
export const requestKeySchema = z.object({ event: slugSchema, id: idSchema });
export type RequestKey = z.output<typeof requestKeySchema>;

export const editRequestSchema = z
  .object({ ...requestKeySchema.shape, version: versionSchema, ...wordsShape })
  .superRefine(requireOwnSubject);
export type EditRequestInput = z.output<typeof editRequestSchema>;

/** `person`: registration of the colleague who will speak; who was put forward, or the actor, where left out. */
export const acceptRequestSchema = requestKeySchema.extend({ person: idSchema.optional() });
export type AcceptRequestInput = z.output<typeof acceptRequestSchema>;

export const declineRequestSchema = requestKeySchema
  .extend({ code: z.enum(declineChoices).optional(), text: textSchema({ max: limits.reason }).optional() })
  .refine((input) => input.code !== undefined || Boolean(input.text), { error: "reason_missing", path: ["code"] });
export type DeclineRequestInput = z.output<typeof declineRequestSchema>;

export const proposeColleagueSchema = requestKeySchema.extend({ person: idSchema, version: versionSchema });
export type ProposeColleagueInput = z.output<typeof proposeColleagueSchema>;

/** A request as the inbox shows it. `side` is the reader's. */
export type RequestSummary = {
  id: string;
  side: Side;
  state: RequestState;
  partner: Partner;
  subject: string;
  subjectLocale: Locale;
  message: string;
  messageLocale: Locale;
  declineCode: DeclineCode | null;
  declineText: string | null;
  createdAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  /** Accepted, and the meeting was cancelled later. */
  isCancelled: boolean;
};

/** Everything that an organisation asked, was asked, and agreed to in one event. */
export type Inbox = {
  event: InsideEvent;
  answer: RequestSummary[];
  waiting: RequestSummary[];
  agreed: MeetingSummary[];
  past: RequestSummary[];
  cancelledPairings: MeetingSummary[];
  quota: Quota;
  /** The reader's own slots and meetings. */
  load: Load;
};

/** A colleague of the reader who takes part as well. `id` is the registration's. */
export type Speaker = {
  id: string;
  personName: string;
  languages: string[];
  load: Load;
  /** Slots in which the person of the other side is free as well; null where that is not known yet. */
  commonSlots: number | null;
};

export type HistoryAction =
  | `request.${"send" | "edit" | "propose_colleague" | "accept" | "decline" | "withdraw" | "expire"}`
  | "meeting.cancel";

/** One step of a request's history; `by` tells whose. */
export type HistoryEntry = { at: Date; action: HistoryAction; by: "own" | "partner" | "staff" };

/** A request with all that its page shows. */
export type RequestDetail = RequestSummary & {
  event: InsideEvent;
  version: number;
  statementId: string | null;
  group: InboxGroup;
  requesterPerson: { id: string; personName: string };
  recipientPerson: { id: string; personName: string } | null;
  meeting: MeetingSummary | null;
  /** Times that the two may choose themselves, where it was agreed after the release. */
  options: LateOptions | null;
  /** Why the meeting was cancelled, in the words of the one who did. */
  cancelReason: string | null;
  /** The reader's organisation and own registration. */
  ownId: string;
  ownPersonId: string;
  isBlockedByUs: boolean;
  /** The reader and the colleagues who take part, in the order of their names. */
  speakers: Speaker[];
  history: HistoryEntry[];
};

/** A request that its sender may change, with both sides' needs and offers. */
export type EditView = { request: RequestDetail; own: OrganisationCard; partner: OrganisationCard; matched: string[] };

/** What somebody needs to know to ask. */
export type AskView = {
  event: InsideEvent;
  partner: OrganisationCard;
  own: OrganisationCard;
  /** Ids of needs and offers of the two that meet. */
  matched: string[];
  ownPersonId: string;
  speakers: Speaker[];
  quota: Quota;
  /** The open request between the two, whoever began. */
  open: { id: string; side: Side } | null;
  isAgreed: boolean;
  isBlockedByUs: boolean;
};

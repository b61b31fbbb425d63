import { z } from "zod";
import type { InsideEvent, SlotTimes } from "@/domain/event/schema";
import { emailSchema, idSchema, lineSchema, type Locale, localeSchema, slugSchema, spokenLanguages, textSchema } from "@/domain/input";

export const registrationStates = ["pending", "returned", "approved", "waiting", "refused", "cancelled"] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** States of a registration that hold one of the event's places. */
export const holdingStates = ["pending", "returned", "approved"] as const satisfies readonly RegistrationState[];

/** States of a registration that its person can still change or cancel. */
export const activeStates = [...holdingStates, "waiting"] as const satisfies readonly RegistrationState[];

/**
 * What people agree to, each purpose by itself, with the version of its words (messages `Consents`): change the version
 * whenever the words change. Without the first there is no taking part.
 */
export const consentVersions = { participation: "2026-11", contact: "2026-11", evidence: "2026-11" } as const;
export type Purpose = keyof typeof consentVersions;
export const purposes = ["participation", "contact", "evidence"] as const satisfies readonly Purpose[];
export const optionalPurposes = ["contact", "evidence"] as const satisfies readonly Purpose[];

/** Length of texts, in characters. */
export const limits = { personName: 120, hopes: 1000, reason: 1000 } as const;

const languageList = z.array(z.enum(spokenLanguages)).min(1).max(spokenLanguages.length);

/** What a person says when registering, and may change later. `locale`: the language of the page, used for mails. */
const detailsShape = {
  event: slugSchema,
  locale: localeSchema,
  personName: lineSchema({ min: 2, max: limits.personName }),
  email: emailSchema,
  languages: languageList,
  interpreterNeeded: z.boolean().default(false),
  /** Ids of the slots in which the person is free; left out where the event has none. */
  slots: z.array(idSchema).max(200).default([]),
  hopes: textSchema({ max: limits.hopes }).optional(),
  participation: z.boolean().default(false).refine((isGiven) => isGiven, { error: "consent_needed" }),
  contact: z.boolean().default(false),
  evidence: z.boolean().default(false),
};

export const changeSchema = z.object(detailsShape);
export type ChangeInput = z.output<typeof changeSchema>;

export const registerSchema = z.object({ ...detailsShape, organisation: idSchema });
export type RegisterInput = z.output<typeof registerSchema>;

export const cancelSchema = z.object({ event: slugSchema });
export type CancelInput = z.output<typeof cancelSchema>;

export const decisions = ["approve", "return", "refuse"] as const;
export type Decision = (typeof decisions)[number];

/** A moderator's decision. `seen`: the state that the moderator decided on, so that the second is told. */
export const decideSchema = z
  .object({
    event: slugSchema,
    id: idSchema,
    seen: z.enum(activeStates),
    decision: z.enum(decisions),
    reason: textSchema({ max: limits.reason }).optional(),
  })
  .refine((input) => input.decision === "approve" || Boolean(input.reason), { error: "reason_missing", path: ["reason"] });
export type DecideInput = z.output<typeof decideSchema>;

/** What can be decided about several at once; "wait" puts them at the end of the waiting list, behind those who wait. */
export const bulkDecisions = ["approve", "refuse", "wait"] as const;
export type BulkDecision = (typeof bulkDecisions)[number];

/** Registrations that are decided on at once. */
const mostAtOnce = 200;

/** Seconds for which the mails of a bulk are held, so that it can be taken back. */
export const holdSeconds = 60;

/** `key`: made with the page, so that the same form is one bulk. `chosen`: ids, each with the state that was seen. */
export const decideManySchema = z
  .object({
    event: slugSchema,
    key: idSchema,
    decision: z.enum(bulkDecisions),
    chosen: z.array(z.string().transform((value) => value.split("/")).pipe(z.tuple([idSchema, z.enum(activeStates)]))).max(mostAtOnce).default([]),
    reason: textSchema({ max: limits.reason }).optional(),
  })
  .refine((input) => input.chosen.length > 0, { error: "nobody_ticked", path: ["chosen"] })
  .refine((input) => input.decision !== "refuse" || Boolean(input.reason), { error: "reason_missing", path: ["reason"] });
export type DecideManyInput = z.output<typeof decideManySchema>;

export const undoBulkSchema = z.object({ event: slugSchema, bulk: idSchema });
export type UndoBulkInput = z.output<typeof undoBulkSchema>;

/** Why nothing was done about one of several. */
export const bulkRefusals = ["already_decided", "not_possible", "organisation_not_admitted", "in_conversation", "nobody_waits"] as const;
export type BulkRefusal = (typeof bulkRefusals)[number];

/** The last bulk of an event. `heldUntil`: when its mails leave; null where one has left already or it was taken back. */
export type BulkView = {
  id: string;
  decision: BulkDecision;
  isUndone: boolean;
  heldUntil: Date | null;
  done: number;
  moved: number;
  refused: { id: string; personName: string; organisation: string; refusal: BulkRefusal }[];
};

/** An organisation that the actor may register with. `isAdmitted`: a moderator has let it into the programme. */
export type EligibleOrganisation = { id: string; name: string; slug: string; languages: string[]; isAdmitted: boolean };

/** What the actor has registered with. */
export type OwnRegistration = {
  id: string;
  state: RegistrationState;
  reason: string | null;
  organisation: EligibleOrganisation;
  personName: string;
  email: string;
  languages: string[];
  interpreterNeeded: boolean;
  hopes: string | null;
  slotIds: string[];
  purposes: Purpose[];
  /** Position on the waiting list, from 1; null for everybody else. */
  position: number | null;
};

/** What the form starts with. */
export type Prefill = Pick<OwnRegistration, "personName" | "email" | "languages" | "interpreterNeeded" | "hopes" | "slotIds" | "purposes">;

/** The registration page of somebody who is signed in. `link` is there for approved participants, once it is out. */
export type RegistrationView = {
  event: InsideEvent;
  slots: SlotTimes[];
  own: OwnRegistration | null;
  organisations: EligibleOrganisation[];
  prefill: Prefill;
  link: string | null;
  isOver: boolean;
};

/** A registration as the event's staff sees it. */
export type RegistrationRow = {
  id: string;
  state: RegistrationState;
  organisation: { slug: string; name: string; country: string; isAdmitted: boolean };
  personName: string;
  email: string;
  locale: Locale;
  languages: string[];
  interpreterNeeded: boolean;
  hopes: string | null;
  reason: string | null;
  createdAt: Date;
  slotIds: string[];
};

import { z } from "zod";
import { type Locale, slugSchema } from "@/domain/input";
import type { AttendanceState } from "@/domain/attendance/schema";
import type { Stage } from "@/domain/cooperation/schema";
import type { OrganisationType } from "@/domain/organisation/schema";
import type { Outcome } from "@/domain/outcome/schema";
import type { RegistrationState } from "@/domain/registration/schema";
import type { RequestState } from "@/domain/request/schema";

const quiet = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the address of a report says: which programme, the first where none is named; one event of it, or all. */
const scopeSchema = z.object({ programme: quiet(slugSchema), event: quiet(slugSchema) });
export type ScopeInput = z.output<typeof scopeSchema>;

/** Reads the address's parameters; of a parameter that stands twice the first counts. */
export function parseScope(params: Record<string, string | string[] | undefined>): ScopeInput {
  return scopeSchema.parse(Object.fromEntries(Object.entries(params).map(([key, value]) => [key, [value].flat()[0]])));
}

/**
 * Where the schedule in force comes from: as an accepted run of the solver placed the meetings, changed by hand since
 * then, or by hand alone.
 */
export const scheduleBases = ["optimised", "changed", "by_hand"] as const;
export type ScheduleBasis = (typeof scheduleBases)[number];

/** A version that holds. `bound`: fewer breaks are impossible, as the run proved; null where that says nothing. */
export type ScheduleFact = { number: number; releasedAt: Date; basis: ScheduleBasis; bound: number | null };

export type EventFact = {
  id: string;
  slug: string;
  title: string;
  textLocale: Locale;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** Ids of the slots in the order of time. */
  slotIds: string[];
  /** The version in force; null: there is none. */
  schedule: ScheduleFact | null;
};

export type OrganisationFact = {
  id: string;
  name: string;
  type: OrganisationType;
  country: string;
  region: string;
  /** Everybody may see its profile. */
  isListed: boolean;
  /** Admitted to the programme. */
  isAdmitted: boolean;
};

export type RegistrationFact = { id: string; eventId: string; organisationId: string; state: RegistrationState; attendance: AttendanceState | null };
export type RequestFact = { id: string; eventId: string; requesterId: string; recipientId: string; state: RequestState };

/** Two organisations that agreed to meet, each with the registration of who speaks for it. */
export type MeetingFact = {
  id: string;
  eventId: string;
  origin: "request" | "pairing";
  state: "agreed" | "cancelled";
  lowId: string;
  highId: string;
  lowPersonId: string;
  highPersonId: string;
  /** Where it stands in the schedule in force. */
  slotId: string | null;
  roomId: string | null;
  /** What either side said of it; null: nothing. */
  lowOutcome: Outcome | null;
  highOutcome: Outcome | null;
  /** Both want to meet again; `arranged`: at a time that both agreed on. */
  second: "wished" | "arranged" | null;
};

/** What one organisation noted of its work with another one. `eventId`: where they met; null: not at an event. */
export type CooperationFact = {
  id: string;
  eventId: string | null;
  authorId: string;
  partnerId: string;
  stage: Stage;
  stageAt: Date;
  /** What the partner says; null: nothing. */
  isConfirmed: boolean | null;
};

/** All rows that a report is counted from, of a programme or of one of its events. */
export type Facts = {
  /** Countries that the programme brings together. */
  countries: string[];
  events: EventFact[];
  organisations: OrganisationFact[];
  registrations: RegistrationFact[];
  requests: RequestFact[];
  meetings: MeetingFact[];
  cooperations: CooperationFact[];
};

/** Organisations that take part, and the approved registrations of their people. */
export type Tally = { organisations: number; participants: number };
export type CodedTally<Code extends string = string> = Tally & { code: Code };

/** Participants by what was recorded on the day. */
export type Presence = { came: number; absent: number; unrecorded: number };

export type MeetingCounts = {
  agreed: number;
  requested: number;
  paired: number;
  /** Between organisations of two countries. */
  across: number;
  /** In the schedule in force; null: there is none. */
  placed: number | null;
  /** At least one side said what came of it, and neither that it was not held; null: nobody has said anything yet. */
  held: number | null;
  /** Both sides want to meet again, and of these how many have agreed on a time; null as above. */
  again: number | null;
  arranged: number | null;
};

/** What the sides of meetings said, each by itself. */
export type OutcomeCounts = Record<Outcome, number>;

/** A cooperation is two organisations, at the stage that was said last. `confirmed`: by the partner, or noted by both. */
export type StageCount = { stage: Stage; all: number; confirmed: number; across: number };

export type ScheduleFigures = ScheduleFact & { meetings: number; people: number; breaks: number; peopleWithBreaks: number };

export type EventFigures = {
  event: EventFact;
  tally: Tally;
  /** Null: nothing was recorded yet. */
  presence: Presence | null;
  registrations: Record<RegistrationState, number>;
  requests: Record<RequestState, number>;
  meetings: MeetingCounts;
  /** Null: nobody has said anything yet. */
  outcomes: OutcomeCounts | null;
  schedule: ScheduleFigures | null;
};

/** Numbers that are near to common indicators of Interreg (2021 to 2027); the messages say how each is counted. */
export const indicatorCodes = ["rco81", "rco115", "rco87", "rcr84"] as const;
export type IndicatorCode = (typeof indicatorCodes)[number];

export type Figures = {
  tally: Tally;
  /** Of the events for which something was recorded; null: of none. */
  presence: Presence | null;
  countries: CodedTally[];
  regions: CodedTally[];
  types: CodedTally<OrganisationType>[];
  registrations: Record<RegistrationState, number>;
  requests: Record<RequestState, number>;
  /** Of the requests that are answered or expired; null while there are none. */
  answerRate: number | null;
  meetings: MeetingCounts;
  outcomes: OutcomeCounts | null;
  /** Null: none was noted yet. */
  cooperations: StageCount[] | null;
  events: EventFigures[];
  /** Those that can be counted by now. */
  indicators: { code: IndicatorCode; value: number }[];
};

/** A programme or an event by its name. */
export type NamedPlace = { slug: string; name: string; textLocale: Locale };

export type FundingReport = {
  programme: NamedPlace & { id: string; timeZone: string; regions: string[] };
  /** All that the reader may choose from. */
  programmes: NamedPlace[];
  /** All events of the programme. */
  choices: NamedPlace[];
  /** The one that the report is about; null: the whole programme. */
  event: (NamedPlace & { id: string }) | null;
  asOf: Date;
  figures: Figures;
};

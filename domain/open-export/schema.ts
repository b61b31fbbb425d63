import { z } from "zod";
import type { AttendanceState } from "@/domain/attendance/schema";
import type { Stage } from "@/domain/cooperation/schema";
import type { ScheduleBasis } from "@/domain/funding-report/schema";
import type { OrganisationType } from "@/domain/organisation/schema";
import type { Outcome } from "@/domain/outcome/schema";
import type { RegistrationState } from "@/domain/registration/schema";
import type { RequestState } from "@/domain/request/schema";

/** Counts up whenever a column changes its name or meaning or goes; docs/open-export.md says what each one holds. */
export const formatVersion = 1;

export const exportFormatSchema = z.enum(["json", "csv"]);
export type ExportFormat = z.output<typeof exportFormatSchema>;

/** The tables of an open export: organisations, participants and meetings are numbers that say nothing outside of it. */
export type OpenTables = {
  events: { event: string; startsAt: string; endsAt: string; timeZone: string; slots: number }[];
  /** Organisations whose profile everybody may see, by name and without their number. */
  listed: { name: string; type: OrganisationType; country: string; region: string }[];
  organisations: { organisation: number; type: OrganisationType; country: string; region: string; isAdmitted: boolean }[];
  registrations: { event: string; participant: number; organisation: number; state: RegistrationState; attendance: AttendanceState | null }[];
  requests: { event: string; state: RequestState; fromCountry: string; toCountry: string }[];
  meetings: {
    event: string; meeting: number; origin: "request" | "pairing"; state: "agreed" | "cancelled";
    organisationA: number; participantA: number; organisationB: number; participantB: number;
    slot: number | null; held: boolean | null; second: "wished" | "arranged" | null;
  }[];
  outcomes: { event: string; outcome: Outcome }[];
  versions: { event: string; version: number; releasedAt: string; takenBackAt: string | null; isInForce: boolean; basis: ScheduleBasis | null; bound: number | null }[];
  placements: { event: string; version: number; meeting: number; slot: number }[];
  cooperations: { event: string | null; organisationA: number; organisationB: number; stage: Stage; stageAt: string; isConfirmed: boolean | null }[];
};
export type TableName = keyof OpenTables;

/** The columns of each table in the order of the files. */
export const tableColumns = {
  events: ["event", "startsAt", "endsAt", "timeZone", "slots"],
  listed: ["name", "type", "country", "region"],
  organisations: ["organisation", "type", "country", "region", "isAdmitted"],
  registrations: ["event", "participant", "organisation", "state", "attendance"],
  requests: ["event", "state", "fromCountry", "toCountry"],
  meetings: ["event", "meeting", "origin", "state", "organisationA", "participantA", "organisationB", "participantB", "slot", "held", "second"],
  outcomes: ["event", "outcome"],
  versions: ["event", "version", "releasedAt", "takenBackAt", "isInForce", "basis", "bound"],
  placements: ["event", "version", "meeting", "slot"],
  cooperations: ["event", "organisationA", "organisationB", "stage", "stageAt", "isConfirmed"],
} as const satisfies { [Name in TableName]: readonly (keyof OpenTables[Name][number])[] };

export type OpenExport = { format: "pomost-open-export"; version: typeof formatVersion; programme: string; countries: string[]; asOf: string; tables: OpenTables };

import { z } from "zod";
import type { defectCodes } from "@/domain/import/schema";
import { idSchema, localeSchema, slugSchema } from "@/domain/input";
import type { Purpose } from "@/domain/registration/schema";

/** What a column of a form's file can mean. */
export const fields = [
  "email", "name", "given_name", "family_name", "organisation", "languages", "interpreter", "hopes", "participation", "contact", "evidence",
] as const;
export type Field = (typeof fields)[number];

/** What is sent for a column that means nothing here, and for an organisation that is not taken over. */
export const none = "none" as const;
const columnSchema = z.enum([...fields, none]);
export type ColumnMeaning = z.output<typeof columnSchema>;

/** Columns of a file, and organisations in it that the programme does not know by this name. */
const most = 400;

/**
 * What the moderator says about a file: the meaning of each column, in which language the form was, and which
 * organisation of the programme is meant by a name that the programme does not know.
 */
export const choicesSchema = z.object({
  columns: z.array(columnSchema).max(most),
  locale: localeSchema,
  organisations: z.record(z.string(), idSchema),
});
export type Choices = z.output<typeof choicesSchema>;

export const uploadAnswersSchema = z.object({ event: slugSchema });

const fileShape = { event: slugSchema, file: idSchema };

/** The same from a form: `named` and `meant` go together, one by one. */
export const chooseSchema = z.object({
  ...fileShape,
  column: z.array(columnSchema).max(most),
  locale: localeSchema,
  named: z.array(z.string().max(200)).max(most).default([]),
  meant: z.array(z.union([idSchema, z.literal(none)])).max(most).default([]),
});
export type ChooseInput = z.output<typeof chooseSchema>;

/**
 * The last step. `stated`: the form asked everybody for the consents. `take`: lines of people for whom others decide
 * whether they act for the organisation.
 */
export const confirmIntakeSchema = z.object({
  ...fileShape,
  stated: z.boolean().default(false).refine((isStated) => isStated, { error: "statement_needed" }),
  take: z.array(z.coerce.number().int().min(2).max(1_000_000)).max(2000).default([]),
});
export type ConfirmIntakeInput = z.output<typeof confirmIntakeSchema>;

/** The version of the words in the consent log: those of the form, which the portal does not know. */
export const formVersion = "form";

/** Why nothing can be read with the columns as they are chosen. */
export type ColumnsDefect = "no_email" | "no_name" | "no_organisation" | "column_twice";

/** `value`: the beginning of the cell; `limit`: the number that was exceeded. */
export type AnswerDefect = { code: (typeof defectCodes)[number] | "no_consent"; field: Field | null; value: string; limit: number };

/** A row as what somebody answered. `organisation`: its name as it stands there. */
export type Answer = {
  email: string;
  personName: string;
  organisation: string;
  /** Empty: those of the organisation. */
  languages: string[];
  interpreterNeeded: boolean;
  hopes: string | null;
  purposes: Purpose[];
};

export const answerOutcomes = ["register", "ask", "registered", "ended", "unknown", "duplicate", "defect", "empty"] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

type Taken = { organisation: string; purposes: Purpose[] };

/**
 * What would happen with a row. "register": by itself; `isInvited`: nobody acts for the organisation yet, and the person
 * is invited to. "ask": others decide whether the person acts for it, so a moderator has to say that it is right.
 * "ended": the person has cancelled, or was refused.
 */
export type AnswerReport = { line: number; name: string; email: string } & (
  | ({ outcome: "register"; isInvited: boolean } & Taken)
  | ({ outcome: "ask" } & Taken)
  | { outcome: "registered" | "ended" | "empty" }
  | { outcome: "unknown"; organisation: string }
  | { outcome: "duplicate"; of: number }
  | { outcome: "defect"; defects: AnswerDefect[] }
);

/** An organisation that people of the event can be registered with. */
export type IntakeOrganisation = { id: string; name: string; languages: string[]; isAdmitted: boolean; hasOwner: boolean };

/** What is known of an address of the file. `belongs`: organisations that the person acts for, or is about to. */
export type KnownPerson = { standing: "active" | "ended" | null; belongs: ReadonlySet<string> };

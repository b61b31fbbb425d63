import { z } from "zod";
import { type Corrections, mostCorrections } from "@/domain/concept/rules";
import { conceptIdSchema } from "@/domain/concept/schema";
import { type FieldCode, fieldSchema } from "@/domain/field/schema";
import { emailSchema, idSchema, lineSchema, type Locale, localeSchema, slugSchema, spokenLanguages, textSchema, webAddressSchema } from "@/domain/input";
import { placeSchema, regionSchema } from "@/domain/region/schema";

/** Who may take part: IT companies, institutions that support business, bring employers together, or do research. */
export const organisationTypes = ["it_company", "business_support", "employer_association", "research"] as const;
export type OrganisationType = (typeof organisationTypes)[number];

/** Headcounts: below 10, below 50, below 250, and more. */
export const organisationSizes = ["micro", "small", "medium", "large"] as const;
export type OrganisationSize = (typeof organisationSizes)[number];

/** From the fewest readers to the most. */
export const visibilities = ["moderators", "participants", "public"] as const;
export type Visibility = (typeof visibilities)[number];

export const directions = ["offer", "need"] as const;
export type Direction = (typeof directions)[number];

/** How many of each a profile holds. */
export const limits = { description: 4000, statement: 500, statements: 12, fields: 8, statementFields: 3, wishedRegions: 20 } as const;

export const nameSchema = lineSchema({ min: 2, max: 200 });
export const organisationTypeSchema = z.enum(organisationTypes);
const organisationSizeSchema = z.enum(organisationSizes);
export const descriptionSchema = textSchema({ max: limits.description });
export const statementTextSchema = textSchema({ min: 3, max: limits.statement });
const fieldCodesSchema = (most: number) => z.array(fieldSchema).max(most).default([]);
export const foundedSchema = z.coerce
  .number()
  .int()
  .min(1000)
  .refine((year) => year <= new Date().getUTCFullYear(), { error: "in_future" });
const spokenLanguagesSchema = z.array(z.enum(spokenLanguages)).max(spokenLanguages.length).default([]);

/** What somebody who is not signed in with a membership gets to see is decided per part. */
export type Part = "profile" | "contact";

/** An offer or a need, in the language that it was written in. */
export type StatementView = { id: string; direction: Direction; locale: Locale; text: string; fields: string[] };

/** An offer or a need as its own people edit it. */
export type OwnStatement = StatementView & Corrections & { version: number };

/** An organisation as a list shows it. `logo` is an address of this portal. */
export type OrganisationCard = {
  id: string;
  slug: string;
  name: string;
  type: OrganisationType;
  country: string;
  region: string;
  languages: string[];
  isDemo: boolean;
  logo: string | null;
  fields: string[];
  statements: StatementView[];
};

/** What partners an organisation wishes for: of these types, from these regions and countries. Empty: any. */
export type Wishes = { types: OrganisationType[]; regions: string[] };

/** Who to talk to. */
export type Contact = { name: string | null; email: string | null; phone: string | null };

/** A whole profile; `contact` is null where it is not for this reader. */
export type Profile = OrganisationCard & {
  website: string | null;
  size: OrganisationSize | null;
  founded: number | null;
  descriptions: { locale: Locale; text: string }[];
  wishes: Wishes;
  contact: Contact | null;
};

export const organisationKeySchema = z.object({ organisation: slugSchema });

/** The first form. `key` is made with the page, so that sending it twice has one effect. */
export const createOrganisationSchema = z.object({
  key: idSchema,
  name: nameSchema,
  type: organisationTypeSchema,
  region: regionSchema,
  /** The name for which the page has shown similar ones. */
  shown: z.string().max(800).optional(),
  /** The person says that it is none of those. */
  isAnother: z.literal("on").optional(),
});
export type CreateOrganisationInput = z.output<typeof createOrganisationSchema>;

const versionSchema = z.coerce.number().int().min(1).max(2_000_000_000);

export const editProfileSchema = z.object({
  organisation: slugSchema,
  version: versionSchema,
  name: nameSchema,
  type: organisationTypeSchema,
  region: regionSchema,
  descriptionEn: descriptionSchema.default(""),
  descriptionDe: descriptionSchema.default(""),
  descriptionPl: descriptionSchema.default(""),
  fields: fieldCodesSchema(limits.fields),
  languages: spokenLanguagesSchema,
  wishedTypes: z.array(organisationTypeSchema).max(organisationTypes.length).default([]),
  wishedRegions: z.array(placeSchema).max(limits.wishedRegions).default([]),
  size: organisationSizeSchema.optional(),
  founded: foundedSchema.optional(),
  website: webAddressSchema.optional(),
  contactName: lineSchema({ max: 120 }).optional(),
  contactEmail: emailSchema.optional(),
  contactPhone: z.string().trim().regex(/^[+0-9 ()/.-]{5,40}$/).optional(),
});
export type EditProfileInput = z.output<typeof editProfileSchema>;

export const editVisibilitySchema = z.object({
  organisation: slugSchema,
  version: versionSchema,
  profile: z.enum(visibilities),
  contact: z.enum(visibilities),
});
export type EditVisibilityInput = z.output<typeof editVisibilitySchema>;

/** Up to three fields, each in a list of its own, so that the form works without JavaScript. */
export const statementFields = { field1: fieldSchema.optional(), field2: fieldSchema.optional(), field3: fieldSchema.optional() };

export function gatherFields<T extends Partial<Record<keyof typeof statementFields, FieldCode | undefined>>>({ field1, field2, field3, ...rest }: T) {
  return { ...rest, fields: [...new Set([field1, field2, field3].filter((code) => code !== undefined))] };
}

/** Ids in one hidden field, separated by blanks: what is typed, chosen and corrected comes back and is kept as one draft. */
const conceptIdsSchema = (most: number) =>
  z.string().max(2000).transform((ids) => [...new Set(ids.split(" "))].filter((id) => id !== "")).pipe(z.array(conceptIdSchema).max(most)).optional();

/** Corrections that cannot be read, or are too many, are refused; concepts that no lexicon holds are left out when they are stored. */
export const correctionFields = { addedConcepts: conceptIdsSchema(mostCorrections.added), removedConcepts: conceptIdsSchema(mostCorrections.removed) };

export const addStatementSchema = z
  .object({
    organisation: slugSchema,
    /** Made with the page: the same submission adds one statement. */
    key: idSchema,
    direction: z.enum(directions),
    locale: localeSchema,
    text: statementTextSchema,
    ...statementFields,
    ...correctionFields,
  })
  .transform(gatherFields);
export type AddStatementInput = z.output<typeof addStatementSchema>;

export const editStatementSchema = z
  .object({
    organisation: slugSchema,
    statement: idSchema,
    version: versionSchema,
    locale: localeSchema,
    text: statementTextSchema,
    ...statementFields,
    ...correctionFields,
  })
  .transform(gatherFields);
export type EditStatementInput = z.output<typeof editStatementSchema>;

export const statementKeySchema = z.object({ organisation: slugSchema, statement: idSchema });
export type StatementKey = z.output<typeof statementKeySchema>;

export const moveStatementSchema = statementKeySchema.extend({ to: z.enum(["up", "down"]) });
export type MoveStatementInput = z.output<typeof moveStatementSchema>;

/** Bytes of a picture before it is made small. */
const mostLogoBytes = 2 * 1024 * 1024;

export const logoSchema = z.object({
  organisation: slugSchema,
  logo: z.instanceof(File).refine((file) => file.size > 0, { error: "required" }).refine((file) => file.size <= mostLogoBytes, { error: "picture_too_large" }),
});

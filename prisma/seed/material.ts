import { z } from "zod";
import { fieldSchema } from "@/domain/field/schema";
import { emailSchema, localeSchema, spokenLanguages } from "@/domain/input";
import { directions, organisationSizes, organisationTypes, visibilities } from "@/domain/organisation/schema";
import { regionSchema } from "@/domain/region/schema";
import material from "./data/organisations.json";

const statementSchema = z.object({
  key: z.string(),
  direction: z.enum(directions),
  text: z.string(),
  fields: z.array(fieldSchema).min(1).max(3),
});

const organisationSchema = z.object({
  key: z.string().regex(/^(pl|de)-\d\d$/),
  name: z.string(),
  type: z.enum(organisationTypes),
  country: z.enum(["PL", "DE"]),
  region: regionSchema,
  /** The language in which it writes its offers, needs, hopes and messages. */
  locale: localeSchema,
  languages: z.array(z.enum(spokenLanguages)).min(1),
  size: z.enum(organisationSizes),
  founded: z.int(),
  website: z.url(),
  contactEmail: emailSchema,
  profileVisibility: z.enum(visibilities),
  contactVisibility: z.enum(visibilities),
  texts: z.partialRecord(localeSchema, z.string()),
  fields: z.array(fieldSchema).min(1).max(4),
  statements: z.array(statementSchema),
  /** Who acts for it. */
  contact: z.object({ name: z.string(), email: emailSchema }),
  hopes: z.string().nullable(),
});

/** An organisation of the demo: everything about it is made up. */
export type DemoOrganisation = z.output<typeof organisationSchema>;

/** The first 48 take part in the home programme, the others in the second one. */
export const demoOrganisations: readonly DemoOrganisation[] = z.array(organisationSchema).parse(material.organisations);

/** Keys of the organisations that belong to the second programme alone. */
export const secondProgrammeOnly: readonly string[] = ["pl-27", "de-23"];

/** Keys of organisations of the home programme that are in the second one, too. */
export const inBothProgrammes: readonly string[] = ["pl-19"];

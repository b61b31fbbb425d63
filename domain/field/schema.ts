import { z } from "zod";

/**
 * Fields of activity, in two levels: each group with its fields. Profiles, offers and needs are tagged with fields,
 * never with groups; a group stands for all of its fields in filters. The table FieldOfActivity holds the same list
 * (a test compares them), the messages `Fields` hold the labels.
 */
export const fieldTree = {
  software: [
    "custom_software",
    "legacy_modernisation",
    "software_testing",
    "user_experience",
    "digital_accessibility",
    "websites_and_shops",
    "mobile_apps",
    "games_and_graphics",
    "accounting_software",
    "planning_and_booking",
  ],
  infrastructure: ["cloud_and_hosting", "networks", "it_support", "cyber_security", "data_protection"],
  data: ["data_analytics", "machine_learning", "image_recognition", "geodata"],
  electronics: ["electronics_manufacturing", "sensors_and_metering", "industrial_automation", "product_testing", "prototyping"],
  media_and_language: ["translation", "voice_and_sound", "photo_and_film", "online_marketing"],
  people_and_learning: ["recruitment", "training", "online_learning"],
  business_support: [
    "start_up_support",
    "finance_and_investors",
    "grants_and_projects",
    "partner_search",
    "legal_advice",
    "tax_advice",
    "public_procurement",
    "sustainability",
    "pilot_users",
    "research_and_transfer",
    "employer_representation",
  ],
  industries: [
    "maritime_and_ports",
    "transport_and_logistics",
    "tourism_and_spa",
    "agriculture_and_food",
    "health_and_care",
    "energy",
    "construction_and_property",
    "manufacturing",
    "retail",
    "public_administration",
    "environment",
  ],
} as const satisfies Record<string, readonly string[]>;

export type FieldGroup = keyof typeof fieldTree;
export type FieldCode = (typeof fieldTree)[FieldGroup][number];

/** The upper level, in the order in which it is shown. */
export const fieldGroups = Object.keys(fieldTree) as FieldGroup[];

/** The lower level, group by group. */
export const fieldCodes: readonly FieldCode[] = fieldGroups.flatMap((group): readonly FieldCode[] => fieldTree[group]);

/** A field that a profile, an offer or a need can be tagged with. */
export const fieldSchema = z.enum(fieldCodes);

/** A field, or a group that stands for all of its fields. */
export const fieldOrGroupSchema = z.enum([...fieldGroups, ...fieldCodes]);

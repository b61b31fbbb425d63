import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { readOrganisations } from "@/domain/concept/commands";
import { type Locale, locales } from "@/domain/input";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireOrganisation } from "../access";
import { countryOf } from "../rules";
import type { EditProfileInput } from "../schema";

type Edited = Result<{ slug: string }, "changed_meanwhile">;

function descriptionsOf(input: EditProfileInput): { locale: Locale; description: string }[] {
  const texts: Record<Locale, string> = { en: input.descriptionEn, de: input.descriptionDe, pl: input.descriptionPl };
  return locales.flatMap((locale) => (texts[locale] === "" ? [] : [{ locale, description: texts[locale] }]));
}

function columnsOf(input: EditProfileInput) {
  return {
    name: input.name,
    type: input.type,
    region: input.region,
    country: countryOf(input.region),
    languages: input.languages,
    wishedTypes: [...new Set(input.wishedTypes)],
    wishedRegions: [...new Set(input.wishedRegions)],
    size: input.size ?? null,
    founded: input.founded ?? null,
    website: input.website ?? null,
    contactName: input.contactName ?? null,
    contactEmail: input.contactEmail ?? null,
    contactPhone: input.contactPhone ?? null,
  };
}

/** Puts the texts and fields of the form in the place of those that are there. */
async function replaceParts(tx: Tx, organisationId: string, input: EditProfileInput): Promise<void> {
  await tx.organisationText.deleteMany({ where: { organisationId } });
  await tx.organisationText.createMany({ data: descriptionsOf(input).map((text) => ({ organisationId, ...text })) });
  await tx.organisationField.deleteMany({ where: { organisationId } });
  const codes = [...new Set(input.fields)];
  await tx.organisationField.createMany({ data: codes.map((fieldCode) => ({ organisationId, fieldCode })) });
}

/**
 * Stores the whole form of the profile, as any member may.
 * Refusals: "changed_meanwhile" where somebody else saved after this form was opened; nothing is stored then.
 * Throws SignedOut, NotFound.
 */
export async function editProfile(actor: Actor, input: EditProfileInput): Promise<Edited> {
  const { id, slug } = await requireOrganisation(actor, { slug: input.organisation }, "edit");
  return db.$transaction(async (tx): Promise<Edited> => {
    const { count } = await tx.organisation.updateMany({
      where: { id, version: input.version },
      data: { ...columnsOf(input), version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    await replaceParts(tx, id, input);
    await readOrganisations(tx, [id]);
    await recordAudit(tx, actor, { action: "organisation.edit", objectType: "organisation", objectId: id, organisationId: id });
    return ok({ slug });
  });
}

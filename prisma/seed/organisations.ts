import { slugOf } from "@/domain/organisation/rules";
import { addDays } from "@/domain/time";
import type { Tx } from "../client";
import type { Prisma } from "../generated/client";
import { demoId } from "./ids";
import { type DemoOrganisation, demoOrganisations, inBothProgrammes, secondProgrammeOnly } from "./material";

export const organisationId = (key: string) => demoId(`organisation/${key}`);
export const statementId = (key: string) => demoId(`statement/${key}`);

/** Admissions of the home programme that are not approved; the reason is in the words of a moderator. */
export const undecided: Record<string, { state: "pending" | "returned"; reason?: string }> = {
  "pl-24": { state: "pending" },
  "pl-25": { state: "pending" },
  "de-21": { state: "pending" },
  "pl-22": {
    state: "returned",
    reason:
      "Prosimy o dopisanie, w jakich językach mogą Państwo rozmawiać poza polskim, i o krótki opis po niemiecku lub angielsku – wtedy partnerzy łatwiej Państwa znajdą.",
  },
};

const phone = (index: number, country: "PL" | "DE") =>
  country === "PL" ? `+48 91 000 ${String(100 + index)}` : `+49 381 000 ${String(100 + index)}`;

function organisationRow(organisation: DemoOrganisation, index: number, now: Date): Prisma.OrganisationCreateManyInput {
  const { key, locale: _locale, texts: _texts, fields: _fields, statements: _statements, contact, hopes: _hopes, ...profile } = organisation;
  return {
    ...profile,
    id: organisationId(key),
    slug: slugOf(profile.name),
    contactName: contact.name,
    contactPhone: index % 4 === 0 ? phone(index, profile.country) : null,
    isDemo: true,
    createdAt: addDays(now, -30 + (index % 8)),
  };
}

function admissionRows({ key }: DemoOrganisation, index: number, now: Date): Prisma.AdmissionCreateManyInput[] {
  const createdAt = addDays(now, -28 + (index % 8));
  const approved = { state: "approved" as const, createdAt, decidedAt: addDays(createdAt, 1) };
  const open = undecided[key];
  const homeState = open ? { ...open, createdAt: addDays(now, -1 - (index % 3)) } : approved;
  const row = (slug: string, state: typeof homeState): Prisma.AdmissionCreateManyInput => ({
    id: demoId(`admission/${slug}/${key}`),
    programmeId: demoId(`programme/${slug}`),
    organisationId: organisationId(key),
    ...state,
  });
  const isSecondOnly = secondProgrammeOnly.includes(key);
  return [
    ...(isSecondOnly ? [] : [row("pomerania", homeState)]),
    ...(isSecondOnly || inBothProgrammes.includes(key) ? [row("lusatia", approved)] : []),
  ];
}

/** Stores the organisations with their profiles, and where each of them stands in the programmes. */
export async function addOrganisations(tx: Tx, now: Date): Promise<void> {
  const all = demoOrganisations;
  await tx.organisation.createMany({ data: all.map((organisation, index) => organisationRow(organisation, index, now)) });
  await tx.organisationText.createMany({
    data: all.flatMap(({ key, texts }) =>
      Object.entries(texts).map(([locale, description]) => ({
        organisationId: organisationId(key),
        locale: locale as keyof typeof texts,
        description,
      })),
    ),
  });
  await tx.organisationField.createMany({
    data: all.flatMap(({ key, fields }) => fields.map((fieldCode) => ({ organisationId: organisationId(key), fieldCode }))),
  });
  await tx.statement.createMany({
    data: all.flatMap(({ key, locale, statements }) =>
      statements.map((statement, position) => ({
        id: statementId(statement.key),
        organisationId: organisationId(key),
        direction: statement.direction,
        locale,
        text: statement.text,
        position,
      })),
    ),
  });
  await tx.statementField.createMany({
    data: all.flatMap(({ statements }) =>
      statements.flatMap(({ key, fields }) => fields.map((fieldCode) => ({ statementId: statementId(key), fieldCode }))),
    ),
  });
  await tx.admission.createMany({ data: all.flatMap((organisation, index) => admissionRows(organisation, index, now)) });
}

import { expect, it } from "vitest";
import { suggestPartners } from "@/domain/matching/suggest";
import { demoPeople } from "@/domain/seed/schema";
import { demoOrganisations } from "./material";

const organisations = demoOrganisations.map(({ key, country, languages, statements }) => ({
  id: key,
  country,
  languages,
  statements: statements.map(({ key: id, direction, fields }) => ({ id, direction, fields })),
}));

it("suggests the Polish and the German demo member to each other before all others", () => {
  const first = (name: string | null) => {
    const own = organisations.find(({ id }) => demoOrganisations.some((organisation) => organisation.key === id && organisation.name === name));
    return own ? suggestPartners(own, organisations, 1)[0]?.organisationId : undefined;
  };
  const named = (role: string) => demoPeople.find((person) => person.role === role)?.organisation ?? null;
  expect([first(named("polish_member")), first(named("german_member"))]).toEqual(["de-17", "pl-02"]);
});

it("tags needs and offers so that hardly any organisation is left without a suggestion", () => {
  const alone = organisations.filter((own) => suggestPartners(own, organisations, 1).length === 0);
  expect(alone.map(({ id }) => id)).toEqual([]);
});

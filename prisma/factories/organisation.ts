import { db } from "../client";
import type { Prisma } from "../generated/client";
import { actorOf, createUser } from "./people";
import { unique } from "./unique";

type OrganisationData = Partial<Prisma.OrganisationCreateInput> & {
  programmeId?: string;
  state?: "pending" | "returned" | "approved" | "refused";
};

/** An organisation with an English description, one offer and one need; with `programmeId` admitted to it. */
export function createOrganisation({ programmeId, state = "approved", ...data }: OrganisationData = {}) {
  return db.organisation.create({
    include: { statements: { orderBy: { position: "asc" } } },
    data: {
      slug: unique("organisation"),
      name: unique("Organisation"),
      type: "it_company",
      country: "PL",
      region: "PL42",
      languages: ["en", "pl"],
      profileVisibility: "public",
      texts: { create: [{ locale: "en", description: "We write software for harbours." }] },
      statements: {
        create: [
          { direction: "offer", locale: "en", text: "Software for harbours", position: 0 },
          { direction: "need", locale: "en", text: "A partner for sensor networks", position: 1 },
        ],
      },
      ...(programmeId ? { admissions: { create: { programmeId, state, ...(state === "approved" ? { decidedAt: new Date() } : {}) } } } : {}),
      ...data,
    },
  });
}

/** A new person who acts for the organisation. */
export async function createMember(organisationId: string, role: "owner" | "editor" = "owner") {
  const user = await createUser();
  await db.membership.create({ data: { organisationId, userId: user.id, email: user.email, role, state: "active" } });
  return actorOf(user.id);
}

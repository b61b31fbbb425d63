import { randomBytes } from "node:crypto";
import type { Actor, Person } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { found, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { listSimilarOrganisations } from "../queries";
import { countryOf, slugOf } from "../rules";
import type { CreateOrganisationInput } from "../schema";

type Created = { id: string; slug: string };

/** Inserts the organisation, or answers null where its key or its slug is taken already. */
async function insert(tx: Tx, input: CreateOrganisationInput, slug: string): Promise<Created | null> {
  const { key: submissionKey, name, type, region } = input;
  const [created] = await tx.organisation.createManyAndReturn({
    data: [{ submissionKey, slug, name, type, region, country: countryOf(region) }],
    skipDuplicates: true,
    select: { id: true, slug: true },
  });
  return created ?? null;
}

/** The name's slug with the first free number: "odrasoft", "odrasoft-2", … */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const slug = slugOf(name);
  const rows = await tx.organisation.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  const taken = new Set(rows.map((row) => row.slug));
  const numbers = Array.from({ length: taken.size + 1 }, (_, index) => (index === 0 ? slug : `${slug}-${index + 1}`));
  return numbers.find((candidate) => !taken.has(candidate)) ?? slug;
}

async function createOnce(tx: Tx, actor: Person, programmeId: string, input: CreateOrganisationInput): Promise<Created> {
  const slug = await freeSlug(tx, input.name);
  const created = await insert(tx, input, slug);
  if (!created) {
    const earlier = await tx.organisation.findUnique({ where: { submissionKey: input.key }, select: { id: true, slug: true, memberships: { select: { userId: true } } } });
    // A key that another person used would show that person's organisation.
    if (earlier) return found(earlier.memberships.some(({ userId }) => userId === actor.userId) ? earlier : null);
  }
  // Somebody took the same slug at the same moment.
  const organisation = created ?? found(await insert(tx, input, `${slug}-${randomBytes(4).toString("hex")}`));
  const { id: organisationId } = organisation;
  await tx.membership.create({ data: { organisationId, userId: actor.userId, email: actor.email, role: "owner", state: "active" } });
  await tx.admission.create({ data: { organisationId, programmeId } });
  const object = { objectType: "organisation", objectId: organisationId, organisationId, programmeId };
  await recordAudit(tx, actor, { ...object, action: "organisation.create" }, { ...object, action: "admission.submit" });
  return organisation;
}

/**
 * Creates an organisation that the actor owns and that waits for a moderator of the programme. Sending the same form
 * again (the same key) creates nothing and answers the same.
 * Refusals: "similar_exists" where an organisation has a similar name and the person did not say that this is another;
 * "too_many_attempts".
 * Throws SignedOut.
 */
export async function createOrganisation(actor: Actor, programmeId: string, input: CreateOrganisationInput): Promise<Result<Created, "similar_exists" | "too_many_attempts">> {
  const person = requirePerson(actor);
  if (!(await takePoint("organisation", person.userId))) return refuse("too_many_attempts");
  if (!input.isAnother) {
    const similar = await listSimilarOrganisations(actor, programmeId, { name: input.name, exceptKey: input.key });
    if (similar.length > 0) return refuse("similar_exists");
  }
  const { id, slug } = await db.$transaction((tx) => createOnce(tx, person, programmeId, input));
  return ok({ id, slug });
}

import { db } from "../client";
import type { Prisma } from "../generated/client";
import { createParticipant } from "./meeting";
import { createStaff } from "./people";
import { createEvent, createProgramme } from "./programme";

/** A need and an offer. */
export const needAndOffer = (need: string, offer: string): Prisma.OrganisationCreateInput["statements"] => ({
  create: [{ direction: "need", text: need, position: 0, locale: "en" }, { direction: "offer", text: offer, position: 1, locale: "en" }],
});

/**
 * An event in which every Polish organisation suits every German one: one side needs what the other offers. Nobody has
 * been read yet.
 */
export async function createBazaar(polish: number, german: number) {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const moderator = await createStaff("moderator", programme.id, event.id);
  const enter = (country: "PL" | "DE", count: number, statements: Prisma.OrganisationCreateInput["statements"]) =>
    Promise.all(Array.from({ length: count }, () => createParticipant(event, country, { statements: statements ?? {} })));
  const poles = await enter("PL", polish, needAndOffer("sworn translation of contracts", "a warehouse near the harbour"));
  const germans = await enter("DE", german, needAndOffer("a warehouse near the harbour", "sworn translation of contracts"));
  return { programme, event, moderator, poles, germans };
}

/** A search for pairs that waits; or one in any other state. */
export async function createPairingRun(eventId: string, data: Partial<Prisma.PairingRunUncheckedCreateInput> = {}) {
  return db.pairingRun.create({ data: { eventId, least: 1, most: 3, isAcross: true, ...data } });
}

/** A search that has ended and proposes these pairs of organisations. */
export async function createFoundPairs(eventId: string, pairs: readonly (readonly [string, string])[]) {
  const answer = {
    organisations: 2, candidates: pairs.length, pairs: pairs.length, before: [2], after: [0, 2], missingBefore: 2,
    missing: { value: 0, bound: 0 }, worth: { value: 100, bound: 100 }, seconds: 1, short: [],
  };
  const proposals = pairs.map((pair) => pair.toSorted()).map(([lowId = "", highId = ""]) => ({ lowId, highId, fit: 40 }));
  return createPairingRun(eventId, { state: "done", answer, startedAt: new Date(), finishedAt: new Date(), proposals: { create: proposals } });
}

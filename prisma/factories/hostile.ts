import { db } from "../client";
import { createRegistration } from "./meeting";
import { createMember, createOrganisation } from "./organisation";

/** Somebody who writes the same text wherever a text can be written. `text`: one line. */
export async function createHostile(event: { id: string; programmeId: string }, text: string, country: "PL" | "DE") {
  const organisation = await createOrganisation({
    programmeId: event.programmeId,
    name: text,
    country,
    region: country === "PL" ? "PL42" : "DE80",
    contactName: text,
    contactPhone: text,
    contactVisibility: "participants",
    texts: { create: (["en", "de", "pl"] as const).map((locale) => ({ locale, description: `${text}\n${text}` })) },
    statements: {
      create: [
        { direction: "offer", locale: "en", text, position: 0 },
        { direction: "need", locale: "de", text, position: 1 },
      ],
    },
  });
  const actor = await createMember(organisation.id);
  await db.user.update({ where: { id: actor.userId }, data: { name: text } });
  const registration = await createRegistration({ eventId: event.id, organisationId: organisation.id, userId: actor.userId, personName: text, hopes: text, email: actor.email });
  return { organisation, actor, registration };
}

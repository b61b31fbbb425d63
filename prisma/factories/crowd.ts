import { db } from "../client";
import { createParticipant } from "./meeting";

/** So many more participants of an event, half from each country, whatever its capacity. */
export async function createCrowd(eventSlug: string, count: number): Promise<void> {
  const event = await db.event.update({ where: { slug: eventSlug }, data: { capacity: null } });
  for (let index = 0; index < count; index += 1) await createParticipant(event, index % 2 === 0 ? "PL" : "DE");
}

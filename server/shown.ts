import { headers } from "next/headers";
import { after } from "next/server";
import type { Actor } from "@/domain/actor";
import type { Viewpoint } from "@/domain/directory/access";
import { recordExposure } from "@/domain/directory/commands";
import type { SuggestedPartner } from "@/domain/directory/schema";

/** The browser, or Next in it, fetches a page ahead that nobody may ever see. */
async function isAhead(): Promise<boolean> {
  const sent = await headers();
  const purpose = `${sent.get("sec-purpose") ?? ""} ${sent.get("purpose") ?? ""}`;
  return sent.has("next-router-prefetch") || purpose.includes("prefetch");
}

/** Keeps who was suggested for the first time on a page that somebody is shown, once the page is on its way. */
export async function noteShown(actor: Actor, place: Viewpoint, suggestions: readonly SuggestedPartner[]): Promise<void> {
  const ids = suggestions.filter(({ isNew }) => isNew).map(({ card }) => card.id);
  if (ids.length === 0 || (await isAhead())) return;
  after(() => recordExposure(actor, place, ids));
}

import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { cache } from "react";
import { type Actor, visitor } from "@/domain/actor";
import { getActorBySession } from "@/domain/user/queries";

export const sessionCookie = "pomost-session";

/** Who asks, read once per request. */
export const getActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookie)?.value;
  if (!token) return visitor;
  return (await getActorBySession(createHash("sha256").update(token).digest("hex"))) ?? visitor;
});

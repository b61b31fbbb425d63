import { cookies } from "next/headers";
import { cache } from "react";
import { type Actor, visitor } from "@/domain/actor";
import { classifyFault } from "@/domain/fault/rules";
import type { News } from "@/domain/notice/schema";
import { signInMinutes } from "@/domain/user/rules";
import { hashSecret } from "@/domain/user/commands/hash-secret";
import { getVisit, type Visit } from "@/domain/user/queries";
import { env } from "./env";

export const sessionCookie = "pomost-session";
/** The secret of a browser that asked for a link. */
const browserCookie = "pomost-sign-in";

/** Attributes of all cookies that open something. A portal that is reached by https tells them to nothing else. */
export function cookieAttributes() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: env().APP_URL.startsWith("https:") } as const;
}

/** The value of the session's cookie; null where there is none. */
export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie)?.value || null;
}

/** The open session of this browser, read once per request; null where there is none. */
export const readVisit = cache(async (): Promise<Visit | null> => {
  const token = await readSessionToken();
  return token ? getVisit(hashSecret(token)) : null;
});

/** Who asks. */
export async function getActor(): Promise<Actor> {
  return (await readVisit())?.person ?? visitor;
}

/** What whoever is signed in has not read, for what stands on every page; while the database is away, nobody is. */
export async function readNews(): Promise<News | null> {
  const visit = await readVisit().catch((error: unknown) => {
    if (classifyFault(error)?.kind === "unavailable") return null;
    throw error;
  });
  return visit?.news ?? null;
}

/** Gives this browser the session that a sign-in opened, and forgets how it got there. */
export async function keepSession({ token, expiresAt }: { token: string; expiresAt: Date }): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookie, token, { ...cookieAttributes(), expires: expiresAt });
  jar.delete(browserCookie);
}

/** Takes the session away from this browser. */
export async function dropSession(): Promise<void> {
  (await cookies()).delete(sessionCookie);
}

/** Remembers that this browser asked for a link. */
export async function keepBrowser(browser: string): Promise<void> {
  (await cookies()).set(browserCookie, browser, { ...cookieAttributes(), maxAge: signInMinutes * 60 });
}

/** The secret that this browser got when it asked for a link; null where it did not. */
export async function readBrowser(): Promise<string | null> {
  return (await cookies()).get(browserCookie)?.value || null;
}

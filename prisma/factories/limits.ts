import { createHash } from "node:crypto";
import { db } from "../client";

/**
 * Forgets what the one client that all tests share has done: asked for mails, tried codes, left addresses. Limits of
 * single addresses and people stay.
 */
export async function forgetClient(): Promise<void> {
  const names = ["sign_in_client", "sign_in_try", "interest"];
  await db.rateLimiterFlexible.deleteMany({ where: { OR: names.map((name) => ({ key: { startsWith: `${name}:` } })) } });
}

/** Forgets how many mails with a code an address was sent: demo people sign in again and again. */
export async function forgetAddress(email: string): Promise<void> {
  const key = createHash("sha256").update(email).digest("base64url");
  await db.rateLimiterFlexible.deleteMany({ where: { key: `sign_in_address:${key}` } });
}

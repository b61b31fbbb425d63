import { db } from "../client";

/**
 * Forgets what the one client that all tests share has done: asked for mails, tried codes, left addresses. Limits of
 * single addresses and people stay.
 */
export async function forgetClient(): Promise<void> {
  const names = ["sign_in_client", "sign_in_try", "interest"];
  await db.rateLimiterFlexible.deleteMany({ where: { OR: names.map((name) => ({ key: { startsWith: `${name}:` } })) } });
}

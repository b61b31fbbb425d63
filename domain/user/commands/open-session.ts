import { addDays } from "@/domain/time";
import type { Tx } from "@/prisma/client";
import { sessionDays } from "../rules";
import type { Device } from "../schema";
import { hashSecret, newSecret } from "./hash-secret";

/** A new session: the cookie's value, which is stored nowhere, and its end. */
export type OpenSession = { token: string; expiresAt: Date };

/** Begins a session of this user, in the transaction that proved who it is. Each sign-in has a session of its own. */
export async function openSession(tx: Tx, userId: string, device: Device, token = newSecret()): Promise<OpenSession> {
  const expiresAt = addDays(new Date(), sessionDays);
  const userAgent = device.userAgent?.replace(/[^\x20-\x7e]/g, "").slice(0, 300) ?? null;
  await tx.session.create({ data: { tokenHash: hashSecret(token), userId, userAgent, expiresAt } });
  return { token, expiresAt };
}

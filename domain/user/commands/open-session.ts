import { visitor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { addDays } from "@/domain/time";
import { db, type Tx } from "@/prisma/client";
import { sessionDays } from "../rules";
import type { Device } from "../schema";
import { hashSecret, newSecret } from "./hash-secret";

/** A new session: the cookie's value, which is stored nowhere, and its end. */
export type OpenSession = { token: string; expiresAt: Date };

/**
 * Begins a session of this user, in the transaction that proved who it is. Each sign-in has a session of its own.
 * @param token the cookie's value, where it has been made already
 */
export async function openSession(tx: Tx, userId: string, device: Device, token = newSecret()): Promise<OpenSession> {
  const expiresAt = addDays(new Date(), sessionDays);
  const userAgent = device.userAgent?.replace(/[^\x20-\x7e]/g, "").slice(0, 300) ?? null;
  await tx.session.create({ data: { tokenHash: hashSecret(token), userId, userAgent, expiresAt } });
  return { token, expiresAt };
}

/** Begins the session of a user whom an OpenID Connect issuer has proved. */
export async function openProvenSession(user: { id: string }, device: Device, token: string): Promise<OpenSession> {
  return db.$transaction(async (tx) => {
    await recordAudit(tx, visitor, { action: "user.sign_in", objectType: "user", objectId: user.id, details: { way: "oidc" } });
    return openSession(tx, user.id, device, token);
  });
}

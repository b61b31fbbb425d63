import { visitor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { found, NotFound } from "@/domain/result";
import { type DemoPerson, demoPeople } from "@/domain/seed/schema";
import { db } from "@/prisma/client";
import type { Device } from "../schema";
import { hashSecret } from "./hash-secret";
import { openSession, type OpenSession } from "./open-session";

/**
 * Signs in as one of the demo people, without any proof. Only in an installation that holds nothing but demo data, and
 * only as people that the demo made up. Throws NotFound.
 */
export async function signInDemo(role: DemoPerson["role"], device: Device, oldToken: string | null): Promise<OpenSession> {
  const email = found(demoPeople.find((person) => person.role === role)).email;
  return db.$transaction(async (tx) => {
    const isDemo = await tx.installation.count({ where: { isDemo: true } });
    const user = await tx.user.findFirst({ where: { email, isDemo: true }, select: { id: true } });
    if (isDemo === 0 || !user) throw new NotFound("no such demo person");
    if (oldToken) await tx.session.deleteMany({ where: { tokenHash: hashSecret(oldToken) } });
    await recordAudit(tx, visitor, { action: "user.sign_in", objectType: "user", objectId: user.id, details: { way: "demo" } });
    return openSession(tx, user.id, device);
  });
}

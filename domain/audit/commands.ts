import type { Actor } from "@/domain/actor";
import type { Prisma } from "@/prisma/generated/client";
import type { Tx } from "@/prisma/client";

/** One entry of the audit log. `details` holds codes and ids, never a text that a person wrote. */
export type AuditRecord = {
  action: string;
  objectType: string;
  objectId: string;
  programmeId?: string | null;
  eventId?: string | null;
  organisationId?: string | null;
  details?: Prisma.InputJsonObject;
};

function row(actor: Actor, record: AuditRecord): Prisma.AuditEntryCreateManyInput {
  return {
    actorId: actor.kind === "person" ? actor.userId : null,
    action: record.action,
    objectType: record.objectType,
    objectId: record.objectId,
    programmeId: record.programmeId ?? null,
    eventId: record.eventId ?? null,
    organisationId: record.organisationId ?? null,
    details: record.details ?? {},
  };
}

/** Writes who did what, in the transaction that does it. */
export async function recordAudit(tx: Tx, actor: Actor, ...records: AuditRecord[]): Promise<void> {
  await tx.auditEntry.createMany({ data: records.map((record) => row(actor, record)) });
}

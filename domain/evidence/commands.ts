import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { takePoint } from "@/domain/limit/commands";
import { requireOrganisedProgramme } from "@/domain/programme/access";
import { ok, refuse, requirePerson, NotFound, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireReadable } from "./access";
import type { EvidenceList, EvidenceRow, ReaderInput } from "./schema";

/** Who takes part, by organisation. The name only of those who agreed to stand in evidence and have not taken that back. */
async function loadRows({ id, programmeId }: InsideEvent): Promise<EvidenceRow[]> {
  return db.$queryRaw<EvidenceRow[]>`
    SELECT r."id", CASE WHEN EXISTS (
        SELECT 1 FROM "Consent" c WHERE c."registrationId" = r."id" AND c."purpose" = 'evidence' AND c."withdrawnAt" IS NULL
      ) THEN r."personName" END AS "personName",
      o."name" AS organisation, o."country", r."createdAt" AS "registeredAt", a."state"::text AS attendance, a."arrivedAt"
    FROM "Registration" r JOIN "Organisation" o ON o."id" = r."organisationId"
      JOIN "Admission" m ON m."organisationId" = o."id" AND m."programmeId" = ${programmeId}::uuid AND m."state" = 'approved'
      LEFT JOIN "Attendance" a ON a."registrationId" = r."id"
    WHERE r."eventId" = ${id}::uuid AND r."state" = 'approved' ORDER BY o."name", r."personName", r."id"`;
}

async function read(actor: Actor, event: InsideEvent, action: "evidence.read" | "evidence.export"): Promise<EvidenceList> {
  const rows = await loadRows(event);
  await recordAudit(db, actor, { action, objectType: "event", objectId: event.id, programmeId: event.programmeId, eventId: event.id, details: { rows: rows.length } });
  return { event, rows };
}

/**
 * Who registered for an event and who came, by name: evidence for the funding body. Each reading is written down.
 * Throws NotFound for all who were not let in, SignedOut.
 */
export async function readEvidence(actor: Actor, eventSlug: string, locale: Locale): Promise<EvidenceList> {
  return read(actor, await requireReadable(actor, eventSlug, locale), "evidence.read");
}

/** The same as a file. Refusals: "too_many_attempts". Throws NotFound, SignedOut. */
export async function exportEvidence(actor: Actor, eventSlug: string): Promise<Result<EvidenceList, "too_many_attempts">> {
  const event = await requireReadable(actor, eventSlug);
  if (!(await takePoint("export", requirePerson(actor).userId))) return refuse("too_many_attempts");
  return ok(await read(actor, event, "evidence.export"));
}

async function setReader(actor: Actor, { programme: slug, role: id }: ReaderInput, isLetIn: boolean): Promise<Result<{ id: string }, never>> {
  const programme = await requireOrganisedProgramme(actor, slug);
  return db.$transaction(async (tx) => {
    const where = { id, programmeId: programme.id };
    const { count } = await tx.staffRole.updateMany({ where: { ...where, evidenceSince: isLetIn ? null : { not: null } }, data: { evidenceSince: isLetIn ? new Date() : null } });
    if (count === 0) {
      // A form that was sent twice finds its work done.
      if ((await tx.staffRole.count({ where })) === 0) throw new NotFound("no such duty for this actor");
      return ok({ id });
    }
    await recordAudit(tx, actor, { action: isLetIn ? "evidence.allow" : "evidence.disallow", objectType: "staff_role", objectId: id, programmeId: programme.id });
    return ok({ id });
  });
}

/** Lets somebody with a duty read evidence, within that duty. Throws NotFound for all but the programme's organisers, SignedOut. */
export async function allowEvidence(actor: Actor, input: ReaderInput): Promise<Result<{ id: string }, never>> {
  return setReader(actor, input, true);
}

/** Takes that back; it holds from the next reading on. Throws as above. */
export async function disallowEvidence(actor: Actor, input: ReaderInput): Promise<Result<{ id: string }, never>> {
  return setReader(actor, input, false);
}

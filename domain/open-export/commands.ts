import { createHash } from "node:crypto";
import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireReportScope } from "@/domain/funding-report/access";
import { loadFacts } from "@/domain/funding-report/queries/load-facts";
import type { ScopeInput } from "@/domain/funding-report/schema";
import { takePoint } from "@/domain/limit/commands";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { type VersionFact, writeTables } from "./rules";
import { type ExportFormat, formatVersion, type OpenExport } from "./schema";

async function loadVersions(eventIds: string[]): Promise<VersionFact[]> {
  return db.scheduleVersion.findMany({
    where: { eventId: { in: eventIds } },
    orderBy: [{ eventId: "asc" }, { number: "asc" }],
    relationLoadStrategy: "join",
    select: { eventId: true, number: true, releasedAt: true, takenBackAt: true, entries: { select: { meetingId: true, slotId: true } } },
  });
}

/**
 * The rows that a report is counted from, for everybody to count again: no names of people, organisations by number. Who
 * took it is written down. Refusals: "too_many_attempts". Throws NotFound for all but the programme's organisers, SignedOut.
 */
export async function exportOpenData(actor: Actor, wanted: ScopeInput, format: ExportFormat): Promise<Result<OpenExport, "too_many_attempts">> {
  const { userId, locale } = requirePerson(actor);
  const scope = await requireReportScope(actor, wanted, locale);
  if (!(await takePoint("export", userId))) return refuse("too_many_attempts");
  const [facts, asOf] = [await loadFacts(scope, locale), new Date()];
  const versions = await loadVersions(facts.events.map(({ id }) => id));
  const shuffle = (id: string) => createHash("sha256").update(id).digest("hex");
  await recordAudit(db, actor, {
    action: "open_export.take",
    objectType: "programme",
    objectId: scope.programme.id,
    programmeId: scope.programme.id,
    eventId: scope.event?.id ?? null,
    details: { format },
  });
  const tables = writeTables(facts, versions, shuffle);
  return ok({ format: "pomost-open-export", version: formatVersion, programme: scope.programme.slug, countries: scope.programme.countries, asOf: asOf.toISOString(), tables });
}

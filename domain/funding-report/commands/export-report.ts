import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import type { Locale } from "@/domain/input";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { getReport } from "../queries/get-report";
import type { FundingReport, ScopeInput } from "../schema";

/**
 * The report for files to take along. Who took it is written down.
 * Refusals: "too_many_attempts". Throws NotFound for all but the programme's organisers, SignedOut.
 */
export async function exportReport(actor: Actor, wanted: ScopeInput, locale: Locale): Promise<Result<FundingReport, "too_many_attempts">> {
  const report = await getReport(actor, wanted, locale);
  if (!(await takePoint("export", requirePerson(actor).userId))) return refuse("too_many_attempts");
  await recordAudit(db, actor, {
    action: "funding_report.export",
    objectType: "programme",
    objectId: report.programme.id,
    programmeId: report.programme.id,
    eventId: report.event?.id ?? null,
  });
  return ok(report);
}

import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { requireReportScope } from "../access";
import { countFigures } from "../rules";
import type { FundingReport, ScopeInput } from "../schema";
import { loadFacts } from "./load-facts";

/** The report on a programme or one of its events, for its organisers, as it stands now. Throws NotFound, SignedOut. */
export async function getReport(actor: Actor, wanted: ScopeInput, locale: Locale): Promise<FundingReport> {
  const scope = await requireReportScope(actor, wanted, locale);
  const asOf = new Date();
  return { ...scope, asOf, figures: countFigures(await loadFacts(scope, locale), asOf) };
}

import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { type Locale, pageOf } from "@/domain/input";
import { canNudge } from "../rules";
import { type Overview, type OverviewView, riskCauses, type RiskCause, risksPerPage } from "../schema";
import { loadCounts, loadTrend } from "./load-counts";
import { loadRisks } from "./load-risks";

/**
 * How an event stands, for its staff: counts, what came week by week, and who is at risk, one cause at a time; the first
 * that somebody is at risk for where none is asked for. A page beyond the last one is the last one. Throws NotFound,
 * SignedOut.
 */
export async function getOverview(actor: Actor, eventSlug: string, locale: Locale, { risk, page: wantedPage }: OverviewView): Promise<Overview> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [counts, trend, rows] = await Promise.all([loadCounts(event), loadTrend(event), loadRisks(event)]);
  const count = (cause: RiskCause) => rows.filter(({ causes }) => causes.includes(cause)).length;
  const riskCounts = Object.fromEntries(riskCauses.map((cause) => [cause, count(cause)])) as Record<RiskCause, number>;
  const cause = risk ?? riskCauses.find((each) => riskCounts[each] > 0) ?? "profile";
  const { shown, page, pageCount } = pageOf(rows.filter(({ causes }) => causes.includes(cause)), risksPerPage, wantedPage);
  const risks = shown.map(({ registrationId, slug, name, country, waiting, nudges }) => {
    const nudgedAt = nudges[cause];
    return { registrationId, slug, name, country, waiting, nudgedAt: nudgedAt === undefined ? null : new Date(nudgedAt) };
  });
  return { event, counts, trend, riskCounts, cause, risks, canNudge: canNudge(event, new Date()), page, pageCount };
}

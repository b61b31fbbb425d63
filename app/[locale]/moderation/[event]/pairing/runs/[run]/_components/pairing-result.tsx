import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Pages } from "@/components/layout/pages";
import { DistributionTable } from "@/components/pairing/distribution-table";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/surface";
import type { PairingView } from "@/domain/pairing/queries/get-pairings";
import { isProved } from "@/domain/pairing/rules";
import { type PairingAnswer, type ProposalFilter, proposalFilters } from "@/domain/pairing/schema";
import { Link } from "@/i18n/navigation";
import { discardPairingAction } from "../actions";
import { ProposalTable } from "./proposal-table";
import { TakeForm } from "./take-form";

type Props = { view: PairingView; answer: PairingAnswer; show: ProposalFilter };

/** What was found and how good it is, what it would change, and the pairs to take. */
export function PairingResult({ view, answer, show }: Props) {
  const t = useTranslations("PairingRun");
  const { event, run, short, counts } = view;
  return (
    <>
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <Verdict view={view} answer={answer} />
        <Card className="min-w-0">
          <h2 className="mb-4 text-2xl font-bold">{t("distribution")}</h2>
          <DistributionTable before={answer.before} after={answer.after} />
        </Card>
      </div>
      <Section title={t("proposals")}>
        <nav aria-label={t("filter")} className="mb-5 flex flex-wrap items-center gap-2">
          {proposalFilters.map((each) => (
            <Link key={each} href={addressOf(view, each)} prefetch={false} aria-current={each === show ? "page" : undefined} className={buttonClass(each === show ? "primary" : "secondary", "small")}>
              {t(`filters.${each}`, { count: counts[each] })}
            </Link>
          ))}
        </nav>
        {view.proposals.length === 0 ? <p className="text-muted">{t(`none.${show}`)}</p> : null}
        {view.proposals.length > 0 && show === "open" && !run.discardedAt ? <TakeForm view={view} /> : null}
        {view.proposals.length > 0 && (show !== "open" || run.discardedAt) ? <ProposalTable proposals={view.proposals} slug={event.slug} isOpen={false} /> : null}
        <Pages page={view.page} pages={view.pageCount} address={(page) => addressOf(view, show, page)} />
      </Section>
      {short.length > 0 ? (
        <Section title={t("short", { count: short.length, least: run.least })} intro={t("shortIntro")}>
          <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
            {short.map(({ slug, name, meetings, why }) => (
              <li key={slug} className="min-w-0 rounded-xl border border-line bg-surface px-4 py-3">
                <p className="font-medium">{name}</p>
                <p className="text-muted">{t(`why.${why}`, { meetings })}</p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function addressOf({ event, run }: PairingView, show: ProposalFilter, page = 1): string {
  const query = new URLSearchParams({ ...(show === "open" ? {} : { show }), ...(page === 1 ? {} : { page: String(page) }) }).toString();
  return `/moderation/${event.slug}/pairing/runs/${run.id}${query ? `?${query}` : ""}`;
}

/** The result in sentences, and whether it could be better. */
function Verdict({ view: { event, run }, answer }: Pick<Props, "view" | "answer">) {
  const t = useTranslations("PairingRun");
  const { missing, missingBefore, pairs, organisations, candidates, worth } = answer;
  return (
    <Card className="min-w-0 space-y-4">
      <h2 className="font-display text-2xl font-bold">{t("found", { count: pairs })}</h2>
      <p className="text-lg">{missing.value === 0 ? t("missingNone", { least: run.least }) : t("missing", { before: missingBefore, after: missing.value, least: run.least })}</p>
      <p>{isProved(answer) ? t("proved") : t("unproved", { missing: missing.bound, share: worth.bound === 0 ? 1 : worth.value / worth.bound })}</p>
      <p className="text-muted">{t("size", { organisations, candidates, seconds: Math.max(1, Math.round(answer.seconds)) })}</p>
      {run.discardedAt ? <Alert tone="neutral">{t("discarded")}</Alert> : <ActionButton action={discardPairingAction} fields={{ event: event.slug, run: run.id }}>{t("discard")}</ActionButton>}
    </Card>
  );
}

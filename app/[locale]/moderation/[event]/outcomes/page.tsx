import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Bar, Numbers, TableFrame } from "@/components/ui/data";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { countOutcomes } from "@/domain/outcome/queries/count-outcomes";
import { leastAnswers, leastOrganisations } from "@/domain/outcome/rules";
import { type OutcomeCounts, outcomes } from "@/domain/outcome/schema";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("OutcomeCounts"))("title") };
}

export default async function OutcomeCountsPage({ params }: Props) {
  const { event: slug } = await params;
  if (!slugSchema.safeParse(slug).success) notFound();
  const t = await getTranslations("OutcomeCounts");
  const counts = await readPage(countOutcomes(await getActor(), slug, await getLocale()));
  return (
    <Container wide>
      <PageHeader title={t("title")} intro={t("intro")} />
      <Card>
        <Numbers
          items={[
            { term: t("rated"), value: t("ratedOf", { rated: counts.rated, sides: counts.sides }) },
            { term: t("second"), value: counts.secondMeetings },
            { term: t("exchanges"), value: counts.exchanges },
            { term: t("cooperations"), value: counts.cooperations },
          ]}
        />
      </Card>
      <Section title={t("outcomes")}>
        {counts.outcomes ? <OutcomeTable counts={counts.outcomes} rated={counts.rated} /> : <p className="max-w-prose text-muted">{t("tooFew", { answers: leastAnswers, organisations: leastOrganisations })}</p>}
      </Section>
    </Container>
  );
}

async function OutcomeTable({ counts, rated }: { counts: NonNullable<OutcomeCounts["outcomes"]>; rated: number }) {
  const [t, tOutcome] = await Promise.all([getTranslations("OutcomeCounts"), getTranslations("OutcomeButtons")]);
  return (
    <TableFrame label={t("outcomes")}>
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="px-5 py-3">{t("outcome")}</th>
            <th scope="col" className="px-5 py-3 text-right">{t("count")}</th>
            <th scope="col" className="w-1/2 px-5 py-3">{t("share")}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome} className="border-b border-line last:border-0">
              <th scope="row" className="px-5 py-3 font-semibold">{tOutcome(outcome)}</th>
              <td className="px-5 py-3 text-right tabular-nums">{counts[outcome]}</td>
              <td className="px-5 py-3"><span className="flex items-center gap-3"><Bar value={counts[outcome]} whole={rated} /><span className="tabular-nums">{t("percent", { share: counts[outcome] / rated })}</span></span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

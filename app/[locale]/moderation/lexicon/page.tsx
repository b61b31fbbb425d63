import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";
import { Facts } from "@/components/ui/data";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { getLexiconState } from "@/domain/concept/queries";
import { env } from "@/server/env";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { FiguresTable } from "./_components/figures-table";
import { IndexPart } from "./_components/index-part";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("LexiconPage"))("title") };
}

export default async function LexiconPage({ searchParams }: Props) {
  const [query, locale, actor, t] = await Promise.all([searchParams, getLocale(), getActor(), getTranslations("LexiconPage")]);
  const { lexicon, figures, index, vectors } = await readPage(getLexiconState(actor));
  const { timeZone } = await getHomeProgramme();
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("title")} intro={t("intro")} />
      <Section title={t("index")} intro={t("indexIntro")}><IndexPart index={index} locale={locale} timeZone={timeZone} /></Section>
      <Section title={t("lexicon")} intro={t("lexiconIntro")}>
        <Card className="max-w-3xl">
          <Facts
            items={[
              { term: t("version"), value: lexicon.version },
              { term: t("concepts"), value: t("number", { count: lexicon.concepts }) },
              { term: t("wordings"), value: t("number", { count: lexicon.wordings }) },
            ]}
          />
        </Card>
      </Section>
      <Section title={t("figures")} intro={t("figuresIntro")}><FiguresTable figures={figures} current={lexicon.version} /></Section>
      <Section title={t("service")} intro={t("serviceIntro")}><Service vectors={vectors} /></Section>
    </Container>
  );
}

/** Whether an embedding service is on, and how many texts it has read. */
async function Service({ vectors }: { vectors: number }) {
  const t = await getTranslations("LexiconPage");
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model } = env();
  if (url === undefined) return <p>{t("serviceOff")}</p>;
  return (
    <Card className="max-w-3xl">
      <Facts
        items={[
          { term: t("serviceHost"), value: new URL(url).host },
          { term: t("serviceModel"), value: model ?? "" },
          { term: t("vectors"), value: t("number", { count: vectors }) },
        ]}
      />
    </Card>
  );
}

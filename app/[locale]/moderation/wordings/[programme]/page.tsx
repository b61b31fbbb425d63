import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { Container, PageHeader, Section } from "@/components/ui/surface";
import { chooseText } from "@/domain/event/rules";
import { slugSchema } from "@/domain/input";
import { listOrganisedProgrammes } from "@/domain/programme/queries";
import { listWordings } from "@/domain/wording/queries";
import { type WordingGroup, wordingGroups } from "@/domain/wording/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { KindList } from "./_components/kind-list";

type Props = { params: Promise<{ programme: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("WordingsPage"))("title") };
}

/** Every mail of a programme: what it is for, and in which languages it has the organisers' own words. */
export default async function WordingsPage({ params, searchParams }: Props) {
  const [{ programme: slug }, { notice }, locale, actor, t] = await Promise.all([params, searchParams, getLocale(), getActor(), getTranslations("WordingsPage")]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const [stored, programmes] = await Promise.all([readPage(listWordings(actor, slug)), readPage(listOrganisedProgrammes(actor))]);
  const named = programmes.map(({ slug: one, texts }) => ({ slug: one, ...chooseText(texts, locale) }));
  const here = named.find((one) => one.slug === slug);
  return (
    <Container>
      <Notice code={notice} />
      <PageHeader title={t("title")} intro={t("intro", { programme: here?.name ?? slug })} />
      {named.length > 1 ? (
        <nav aria-label={t("programmes")} className="mb-6">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {named.map((one) => (
              <li key={one.slug}><Link href={`/moderation/wordings/${one.slug}`} prefetch={false} aria-current={one.slug === slug ? "page" : undefined} lang={one.locale} className="underline aria-[current]:font-bold aria-[current]:no-underline">{one.name ?? one.slug}</Link></li>
            ))}
          </ul>
        </nav>
      ) : null}
      {(Object.keys(wordingGroups) as WordingGroup[]).map((group) => (
        <Section key={group} title={t(`groups.${group}`)}><KindList programme={slug} kinds={wordingGroups[group]} stored={stored} /></Section>
      ))}
      <Section title={t("fixed")}><p className="max-w-3xl">{t("fixedText")}</p></Section>
    </Container>
  );
}

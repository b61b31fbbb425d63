import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, PageHeader } from "@/components/ui/surface";
import { chooseText } from "@/domain/event/rules";
import { listReadable, listReaders } from "@/domain/evidence/queries";
import { listOrganisedProgrammes } from "@/domain/programme/queries";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ReaderList } from "./_components/reader-list";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("Evidence"))("title") };
}

/** For those who were let in: the events whose evidence they may read. For organisers: who was let in. */
export default async function EvidencePage({ searchParams }: Props) {
  const [t, locale, actor, query] = await Promise.all([getTranslations("Evidence"), getLocale(), getActor(), searchParams]);
  const [events, programmes] = await readPage(Promise.all([listReadable(actor, locale), listOrganisedProgrammes(actor)]));
  if (events.length === 0 && programmes.length === 0) notFound();
  const readers = await Promise.all(programmes.map(async ({ slug, timeZone, texts }) => (
    { programme: { slug, timeZone, name: chooseText(texts, locale)?.name ?? slug }, readers: await listReaders(actor, slug, locale) }
  )));
  return (
    <Container>
      <Notice code={query["notice"]} />
      <PageHeader title={t("title")} intro={t("intro")} />
      {events.length === 0 ? <p>{t("notLetIn")}</p> : (
        <ul className="flex flex-wrap gap-2">
          {events.map(({ slug, title, textLocale }) => (
            <li key={slug}><Link href={`/moderation/evidence/${slug}`} lang={textLocale} prefetch={false} className={buttonClass("secondary", "small")}>{title}</Link></li>
          ))}
        </ul>
      )}
      {readers.map((one) => <ReaderList key={one.programme.slug} {...one} />)}
    </Container>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Card, Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { getAudience } from "@/domain/announcement/queries";
import { readAudience } from "@/domain/announcement/rules";
import { slugSchema } from "@/domain/input";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { AnnouncementForm } from "./_components/announcement-form";
import { AudienceForm } from "./_components/audience-form";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("AnnouncementPage"))("title") };
}

/** First whom it is for, which the address keeps, then what it says. */
export default async function NewAnnouncementPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  if (!slugSchema.safeParse(slug).success) notFound();
  const audience = readAudience(await searchParams);
  const [locale, actor, t] = await Promise.all([getLocale(), getActor(), getTranslations("AnnouncementPage")]);
  const { event, countries, counts } = await readPage(getAudience(actor, slug, audience, locale));
  const total = counts ? counts.en + counts.de + counts.pl : 0;
  return (
    <Container>
      <p className="mb-6"><Link href={`/moderation/${event.slug}/announcements`} prefetch={false} className="underline">{t("back")}</Link></p>
      <PageHeader title={t("title")} intro={t("intro")} />
      <Card><AudienceForm event={event.slug} audience={audience} countries={countries} /></Card>
      {counts && total === 0 ? <div className="mt-6"><EmptyState title={t("nobody")}>{t("nobodyText")}</EmptyState></div> : null}
      {counts && total > 0 ? <AnnouncementForm event={event.slug} audience={audience} counts={counts} total={total} /> : null}
    </Container>
  );
}

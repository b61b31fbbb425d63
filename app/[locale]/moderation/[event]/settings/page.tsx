import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EventTime } from "@/components/event/event-summary";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { getSettings } from "@/domain/event/queries";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { RoomsPart } from "./_components/rooms-part";
import { SettingsForm } from "./_components/settings-form";
import { SlotsPart } from "./_components/slots-part";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ notice?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("EventSettings");
  return { title: t("title") };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const [{ event: slug }, { notice }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const event = await readPage(getSettings(await getActor(), slug, locale));
  const t = await getTranslations("EventSettings");
  return (
    <Container>
      <Notice code={notice} />
      <PageHeader title={t("title")} />
      <Card>
        <h2 className="mb-5 text-2xl font-bold">{t("formTitle")}</h2>
        <SettingsForm event={event} />
      </Card>
      <Section id="date" title={t("moveTitle")} intro={t("moveText")}>
        <Card className="space-y-4">
          <EventTime event={event} />
          <Link href={`/moderation/${event.slug}/settings/move`} prefetch={false} className={buttonClass("secondary")}>{t("moveLink")}</Link>
        </Card>
      </Section>
      <SlotsPart event={event} />
      <RoomsPart event={event} />
      <Section id="cancel" title={t("cancelTitle")} intro={t("cancelText")}>
        <Link href={`/moderation/${event.slug}/settings/cancel`} prefetch={false} className={buttonClass("danger")}>{t("cancelLink")}</Link>
      </Section>
    </Container>
  );
}

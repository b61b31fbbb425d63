import { getLocale, getTranslations } from "next-intl/server";
import { Prose } from "@/components/layout/prose";

import { formatShortDay } from "@/i18n/format";
import { pageMetadata } from "@/i18n/metadata";
import { getHomeProgramme } from "@/server/programme";

type Props = { params: Promise<{ locale: string }> };

const drawnUp = new Date("2026-11-23T12:00:00Z");

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("Accessibility");
  return pageMetadata({ locale, path: "/accessibility", title: t("title"), description: t("intro") });
}

export default async function AccessibilityPage() {
  const t = await getTranslations("Accessibility");
  const programme = await getHomeProgramme();
  const date = formatShortDay(drawnUp, await getLocale(), programme.timeZone);
  const parts = [
    { title: t("stateTitle"), text: t("stateText") },
    { title: t("knownTitle"), text: t("knownText") },
    { title: t("feedbackTitle"), text: t("feedbackText", { email: programme.contactEmail }) },
    { title: t("enforceTitle"), text: t("enforceText") },
  ];
  return (
    <Prose title={t("title")} intro={t("intro")} parts={parts}>
      <p className="text-muted">{t("dateText", { date })}</p>
    </Prose>
  );
}

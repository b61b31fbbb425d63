import { getTranslations } from "next-intl/server";
import { Prose } from "@/components/layout/prose";

import { pageMetadata } from "@/i18n/metadata";
import { getComparisonHost } from "@/server/embeddings/notice";
import { getHomeProgramme } from "@/server/programme";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("Privacy");
  return pageMetadata({ locale, path: "/privacy", title: t("title"), description: t("intro") });
}

export default async function PrivacyPage() {
  const t = await getTranslations("Privacy");
  const email = (await getHomeProgramme()).contactEmail;
  const host = getComparisonHost();
  const data = (
    <ul className="list-disc space-y-2 pl-6">
      <li>{t("dataAccount")}</li>
      <li>{t("dataProfile")}</li>
      <li>{t("dataEvent")}</li>
      <li>{t("dataLog")}</li>
    </ul>
  );
  const parts = [
    { title: t("controllerTitle"), text: t("controllerText", { email }) },
    { title: t("dataTitle"), text: data },
    { title: t("notTitle"), text: t("notText") },
    { title: t("matchingTitle"), text: host === null ? t("matchingHere") : t("matchingService", { host }) },
    { title: t("timeTitle"), text: t("timeText") },
    { title: t("rightsTitle"), text: t("rightsText", { email }) },
  ];
  return <Prose title={t("title")} intro={t("intro")} parts={parts} />;
}

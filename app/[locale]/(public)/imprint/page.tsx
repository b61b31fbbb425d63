import { getTranslations } from "next-intl/server";
import { Prose } from "@/components/layout/prose";

import { pageMetadata } from "@/i18n/metadata";
import { getHomeProgramme } from "@/server/programme";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("Imprint");
  return pageMetadata({ locale, path: "/imprint", title: t("title"), description: t("publisherText") });
}

export default async function ImprintPage() {
  const t = await getTranslations("Imprint");
  const email = (await getHomeProgramme()).contactEmail;
  const parts = [
    { title: t("publisherTitle"), text: t("publisherText") },
    { title: t("partnerTitle"), text: "WITENO GmbH" },
    { title: t("contactTitle"), text: <a href={`mailto:${email}`} className="underline">{email}</a> },
    { title: t("contentTitle"), text: t("contentText", { email }) },
    { title: t("softwareTitle"), text: t("softwareText") },
  ];
  return <Prose title={t("title")} parts={parts} />;
}

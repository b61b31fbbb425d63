import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Prose } from "@/components/layout/prose";
import { buttonClass } from "@/components/ui/button";
import { pageMetadata } from "@/i18n/metadata";
import { Link } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("Partner");
  return pageMetadata({ locale, path: "/partner", title: t("title"), description: t("intro") });
}

export default function PartnerPage() {
  const t = useTranslations("Partner");
  const parts = [
    { title: t("networkTitle"), text: t("networkText") },
    { title: t("roleTitle"), text: t("roleText") },
  ];
  return (
    <Prose title={t("title")} intro={t("intro")} parts={parts}>
      <Link href="/programme" className={buttonClass()}>{t("takePart")}</Link>
    </Prose>
  );
}

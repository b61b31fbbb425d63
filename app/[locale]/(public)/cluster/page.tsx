import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { pageMetadata } from "@/i18n/metadata";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("Cluster");
  return pageMetadata({ locale, path: "/cluster", title: t("title"), description: t("intro") });
}

export default function ClusterPage() {
  const t = useTranslations("Cluster");
  const activities = [
    { title: t("meetTitle"), text: t("meetText") },
    { title: t("procureTitle"), text: t("procureText") },
    { title: t("shareTitle"), text: t("shareText") },
  ];
  return (
    <Container>
      <PageHeader title={t("title")} intro={t("intro")} />
      <Section title={t("doesTitle")}>
        <ul className="grid gap-4 md:grid-cols-3">
          {activities.map((activity) => (
            <li key={activity.title}>
              <Card className="h-full">
                <h3 className="text-xl font-bold">{activity.title}</h3>
                <p className="mt-2">{activity.text}</p>
              </Card>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("roleTitle")}>
        <p className="max-w-3xl text-lg">{t("roleText")}</p>
      </Section>
    </Container>
  );
}

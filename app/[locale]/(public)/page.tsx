import { useTranslations } from "next-intl";
import { Container, PageHeader } from "@/components/ui/surface";

export default function HomePage() {
  const t = useTranslations("Site");
  return (
    <Container>
      <PageHeader title={t("title")} intro={t("description")} />
    </Container>
  );
}

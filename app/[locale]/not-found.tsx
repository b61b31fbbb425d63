import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState } from "@/components/ui/surface";
import { Link } from "@/i18n/navigation";

export default function NotFoundPage() {
  const t = useTranslations("NotFound");
  return (
    <Container>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState title={t("title")} action={<Link href="/" className={buttonClass()}>{t("home")}</Link>}>
        {t("text")}
      </EmptyState>
    </Container>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Container, EmptyState } from "@/components/ui/surface";

export default function FailurePage({ reset }: { reset: () => void }) {
  const t = useTranslations("Failure");
  return (
    <Container>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState title={t("title")} action={<Button type="button" onClick={reset}>{t("retry")}</Button>}>
        {t("text")}
      </EmptyState>
    </Container>
  );
}

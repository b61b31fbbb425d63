"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext } from "@/components/form/form";
import { Alert } from "@/components/ui/badge";
import { MailPreview } from "./mail-preview";

/** The mail that the form around it would make, once it was asked for; it takes the focus. */
export function FormPreview() {
  const t = useTranslations("MailPreview");
  const { state } = useFormContext();
  const heading = useRef<HTMLHeadingElement>(null);
  const { preview, notice } = state ?? {};
  useEffect(() => {
    if (preview) heading.current?.focus();
  }, [preview]);
  if (!preview) return null;
  return (
    <MailPreview words={preview} title={t("formTitle")} headingRef={heading}>
      {notice === "trial_sent" ? <div className="mb-4"><Alert tone="success" live>{t("trial_sent")}</Alert></div> : null}
      <p className="mb-4"><span className="font-semibold text-muted">{t("subject")}:</span> <span lang={preview.locale}>{preview.subject}</span></p>
    </MailPreview>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useFormContext } from "./form";

/** Sends the form around it and says so while it is on its way. */
export function SubmitButton({ children, ...rest }: ComponentProps<typeof Button>) {
  const { isPending } = useFormContext();
  const t = useTranslations("Form");
  return (
    <Button {...rest} aria-disabled={isPending}>
      {children}
      {isPending ? <span role="status" className="text-sm font-normal">{t("sending")}</span> : null}
    </Button>
  );
}

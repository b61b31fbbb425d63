"use client";

import { useTranslations } from "next-intl";

/**
 * Words for an error code of a schema or of a command. A code may carry a limit, "too_long:200", or a name.
 * A code without words of its own is a mistake that the tests find; the reader sees the general sentence.
 */
export function useErrorText(): (code: string) => string {
  const t = useTranslations("Errors");
  return (code) => {
    const [, word = "", detail = "0"] = /^([^:]*)(?::(.*))?$/s.exec(code) ?? [];
    const key = word as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key, { limit: Number(detail), name: detail }) : t("unexpected");
  };
}

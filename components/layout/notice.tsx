import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";

/**
 * What the action before this page did. The address carries the code: `?notice=registration_saved`; a code that begins
 * with "already_" says that somebody else was faster.
 */
export function Notice({ code }: { code: string | string[] | undefined }) {
  const t = useTranslations("Notices");
  const key = code as Parameters<typeof t.has>[0];
  if (typeof code !== "string" || !t.has(key)) return null;
  return (
    <div className="mb-6">
      <Alert tone={code.startsWith("already_") ? "warning" : "success"} live>{t(key)}</Alert>
    </div>
  );
}

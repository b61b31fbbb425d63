import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";
import { overload } from "@/domain/request/rules";
import type { Load } from "@/domain/request/schema";

/** How much time the reader has, and in words what one more meeting would mean. Nothing is blocked by it. */
export function LoadNotice({ load, common = null }: { load: Load; common?: number | null }) {
  const t = useTranslations("MeetingLoad");
  const over = overload(load);
  const words = (
    <>
      {t("own", load)} {common === null ? null : t("common", { common })}
    </>
  );
  if (over === 0) return <p className="text-muted">{words}</p>;
  return (
    <Alert tone="warning">
      {words} {t("over", { count: over })}
    </Alert>
  );
}

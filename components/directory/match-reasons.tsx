import { useTranslations } from "next-intl";
import type { SuggestionReason } from "@/domain/directory/schema";
import { Reasons } from "./reasons";

/** All reasons why a partner could fit, or the honest word that there is none. */
export function MatchReasons({ reasons }: { reasons: readonly SuggestionReason[] }) {
  const t = useTranslations("Directory");
  return (
    <section>
      <h2 className="mb-3 text-2xl font-bold">{t("whyTitle")}</h2>
      {reasons.length > 0 ? <Reasons reasons={reasons} most={8} /> : <p className="text-muted">{t("whyNothing")}</p>}
    </section>
  );
}

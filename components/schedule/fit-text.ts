import { useLocale, useTranslations } from "next-intl";
import type { SlotFit } from "@/domain/schedule/rules";
import { formatList } from "@/i18n/format";

/** How a slot fits a meeting, in a few words: "both free", or who is away or busy. */
export function useFitText(): (fit: SlotFit) => string {
  const t = useTranslations("ScheduleEditor");
  const locale = useLocale();
  return ({ away, busy }) => {
    const names = (persons: SlotFit["away"]) => formatList(persons.map((person) => person.personName), locale);
    const words = [
      ...(away.length > 0 ? [t("away", { persons: names(away) })] : []),
      ...(busy.length > 0 ? [t("busy", { persons: names(busy) })] : []),
    ];
    return words.length > 0 ? words.join(", ") : t("both");
  };
}

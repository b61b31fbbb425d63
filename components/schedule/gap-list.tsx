import { useLocale, useTranslations } from "next-intl";
import type { SlotTimes } from "@/domain/event/schema";
import type { LanguagePair, TranslationGap } from "@/domain/interpreter/schema";
import { formatChoices, formatTimes } from "@/i18n/format";

/** "German–Polish"; "German or English–Polish" where one side could also speak another language. */
export function usePairText(): (pair: LanguagePair) => string {
  const t = useTranslations("InterpreterGaps");
  const locale = useLocale();
  return ({ left, right }) => t("pair", { left: formatChoices(left, locale), right: formatChoices(right, locale) });
}

type Props = { gaps: readonly TranslationGap[]; slots: readonly SlotTimes[]; timeZone: string };

/** Where interpreters are missing, slot by slot and by the languages that the meetings need. */
export function GapList({ gaps, slots, timeZone }: Props) {
  const t = useTranslations("InterpreterGaps");
  const locale = useLocale();
  const pairText = usePairText();
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5">
      {gaps.map((gap) => {
        const slot = slots.find(({ id }) => id === gap.slotId);
        const time = slot ? formatTimes(slot.startsAt, slot.endsAt, locale, timeZone) : "–";
        return <li key={gap.meetingIds.join()}>{t("gap", { time, needed: gap.needed, pair: pairText(gap), free: gap.covered })}</li>;
      })}
    </ul>
  );
}

/** How many meetings nobody translates. */
export function countUntranslated(gaps: readonly TranslationGap[]): number {
  return gaps.reduce((sum, { meetingIds }) => sum + meetingIds.length, 0);
}

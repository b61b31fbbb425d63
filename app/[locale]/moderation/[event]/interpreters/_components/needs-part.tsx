import { useLocale, useTranslations } from "next-intl";
import { countUntranslated, GapList } from "@/components/schedule/gap-list";
import { Alert } from "@/components/ui/badge";
import { Section } from "@/components/ui/surface";
import type { InterpretingView } from "@/domain/schedule/queries/get-interpreting";
import { formatLanguage } from "@/i18n/format";

/** What is missing, in the meetings of the draft and in what is said to all. */
export function NeedsPart({ view: { event, draft, needs, gaps, plenary } }: { view: InterpretingView }) {
  const t = useTranslations("InterpretersPage");
  const tGaps = useTranslations("InterpreterGaps");
  const locale = useLocale();
  const nameOf = (id: string | null) => draft.interpreters.find((one) => one.id === id)?.name ?? null;
  return (
    <Section title={t("needs")}>
      <div className="space-y-4">
        {gaps.length > 0 ? (
          <Alert tone="warning" title={tGaps("title", { count: countUntranslated(gaps) })}>
            <GapList gaps={gaps} slots={draft.slots} timeZone={event.timeZone} />
          </Alert>
        ) : <Alert tone="success">{needs.length > 0 ? t("complete", { count: needs.length }) : t("noNeeds")}</Alert>}
        {plenary.length > 0 ? (
          <div>
            <h3 className="font-bold">{t("plenary")}</h3>
            <ul className="mt-1 list-disc space-y-1 pl-5">
              {plenary.map(({ language, interpreterId }) => {
                const [words, name] = [formatLanguage(language, locale), nameOf(interpreterId)];
                return <li key={language}>{name ? t("plenaryBy", { language: words, name }) : t("plenaryNobody", { language: words })}</li>;
              })}
            </ul>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

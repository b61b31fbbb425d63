"use client";

import { useTranslations } from "next-intl";
import { isOvertaken } from "./field";
import { useFormContext } from "./form";

/** What is stored under a control's name now: `values` as the form would send them, `words` as a person reads them. */
export type SavedField = { name: string; label: string; values: readonly string[]; words: string; lang?: string };

function isSame(typed: unknown, saved: readonly string[]): boolean {
  const texts = [typed].flat().filter((value) => typeof value === "string");
  const sent = texts.map((value) => value.replaceAll("\r\n", "\n").trim()).filter((value) => value !== "");
  return sent.toSorted().join("\0") === saved.filter((value) => value !== "").toSorted().join("\0");
}

/**
 * Where somebody else saved while this form was open: what is stored now, field by field where it is not what was
 * typed. Sending the form again replaces it, knowingly.
 */
export function SavedDifferences({ fields }: { fields: readonly SavedField[] }) {
  const t = useTranslations("Form");
  const { state } = useFormContext();
  if (!isOvertaken(state)) return null;
  const different = fields.filter(({ name, values }) => !isSame(state?.initialValue?.[name], values));
  return (
    <section className="rounded-xl border border-warning bg-warning-soft px-5 py-4" aria-label={t("differences")}>
      <p className="font-bold text-warning">{t("differences")}</p>
      <p className="mt-1">{different.length === 0 ? t("noDifference") : t("differencesHint")}</p>
      <dl className="mt-3 space-y-3">
        {different.map(({ name, label, words, lang }) => (
          <div key={name}>
            <dt className="font-semibold">{label}</dt>
            <dd lang={words === "" ? undefined : lang} className="whitespace-pre-line">{words === "" ? t("emptyNow") : words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

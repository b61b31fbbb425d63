"use client";

import { useLocale, useTranslations } from "next-intl";
import type { WritingAid } from "@/domain/aid/schema";
import { formatList } from "@/i18n/format";

const advice = ["adviceSubjects", "adviceWords", "adviceFields", "adviceSave"] as const;

/** Some of those whom the text would meet; where it meets nobody, what helps. */
export function AidReach({ around }: { around: WritingAid["around"] }) {
  const t = useTranslations("WritingAid");
  const locale = useLocale();
  if (around === null || around === "closed") return null;
  const { count, isMore, named } = around.reach;
  if (count === 0) {
    return (
      <div>
        <p className="font-semibold">{t("adviceTitle")}</p>
        <ul className="list-disc pl-5">{advice.map((key) => <li key={key}>{t(key)}</li>)}</ul>
      </div>
    );
  }
  const names = formatList(named.map(({ name }) => name), locale);
  return <p>{count > named.length ? t("named", { names }) : names} {isMore ? t("more") : null}</p>;
}

/** What others have written on the same subject, folded away: for the wording. */
export function AidSimilar({ around }: { around: WritingAid["around"] }) {
  const t = useTranslations("WritingAid");
  if (around === null || around === "closed" || around.similar.length === 0) return null;
  return (
    <details>
      <summary className="min-h-9 py-1 font-semibold">{t("similar", { count: around.similar.length })}</summary>
      <ul className="mt-2 space-y-3">
        {around.similar.map(({ text, locale, organisation }) => (
          <li key={organisation.slug} className="border-l-4 border-line-strong pl-3 wrap-anywhere">
            <q lang={locale}>{text}</q> <span className="block text-sm text-muted">{organisation.name}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

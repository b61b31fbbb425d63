"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import type { SubmissionResult } from "@conform-to/dom";
import { useErrorText } from "./error-text";

type Props = { ref: Ref<HTMLDivElement>; title: string; state: SubmissionResult<string[]>; formId: string };

/** Every error of a form in one place, each with a link to its field. */
export function FormMessages({ ref, title, state, formId }: Props) {
  const t = useTranslations("Form");
  const errorText = useErrorText();
  const entries = Object.entries(state.error ?? {}).flatMap(([name, codes]) => (codes?.[0] ? [{ name, code: codes[0] }] : []));
  return (
    <div ref={ref} tabIndex={-1} role="alert" className="rounded-xl border border-danger bg-danger-soft px-5 py-4">
      <p className="font-bold text-danger">{title}</p>
      <ul className="mt-1 list-disc pl-5 text-ink">
        {entries.map(({ name, code }) => (
          <li key={name}>
            {name === "" ? errorText(code) : (
              <a href={`#${formId}-${name}`} className="font-medium underline">
                {errorText(code)} <span className="sr-only">{t("toField")}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

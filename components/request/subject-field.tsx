"use client";

import type { ReactNode } from "react";
import { describedBy, useField } from "@/components/form/field";

export type SubjectOption = { value: string; lang: string; text: string; note: string };
export type SubjectGroup = { title: string; options: readonly SubjectOption[] };

type Props = {
  label: string;
  hint: string;
  groups: readonly SubjectGroup[];
  /** Title and words of the last choice, which opens `children`. */
  own: { title: string; label: string };
  defaultValue: string | null;
  /** Fields for own words: shown while they are chosen. */
  children: ReactNode;
};

const rowClass = "flex min-h-8 cursor-pointer items-start gap-3 rounded-xl px-3 py-2 has-checked:bg-primary-soft";
const radioClass = "mt-1 size-5 shrink-0 accent-primary";

/** What a request is about: one need or offer of either side, or own words. */
export function SubjectField({ label, hint, groups, own, defaultValue, children }: Props) {
  const { id, error, typed } = useField("subject");
  const chosen = typeof typed === "string" && typed !== "" ? typed : defaultValue;
  const radio = (value: string) => (
    <input key={`${value}-${chosen === value}`} type="radio" name="subject" value={value} defaultChecked={chosen === value} className={radioClass} />
  );
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy(id, hint, error)} className="group/subject min-w-0">
      <legend className="mb-1.5 text-lg font-bold">{label}</legend>
      <p id={`${id}-hint`} className="mb-3 text-muted">{hint}</p>
      {error ? <p id={`${id}-error`} className="mb-3 font-semibold text-danger">{error}</p> : null}
      <div className="space-y-5">
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <p className="mb-1 font-semibold text-accent">{group.title}</p>
            {group.options.map((option) => (
              <label key={option.value} className={rowClass}>
                {radio(option.value)}
                <span className="min-w-0 break-words">
                  <span lang={option.lang}>{option.text}</span>
                  <span className="block text-sm text-muted">{option.note}</span>
                </span>
              </label>
            ))}
          </div>
        ))}
        <div role="group" aria-label={own.title}>
          <p className="mb-1 font-semibold text-accent">{own.title}</p>
          <label className={rowClass}>
            {radio("own")}
            <span>{own.label}</span>
          </label>
          {/* Without support for :has() the fields are always there. */}
          <div className="mt-3 space-y-4 pl-3 supports-[selector(:has(*))]:hidden group-has-[input[value=own]:checked]/subject:block">{children}</div>
        </div>
      </div>
    </fieldset>
  );
}

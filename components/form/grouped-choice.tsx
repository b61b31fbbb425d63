"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { describedBy, useField, type ControlProps } from "./field";

export type OptionGroup = { label: string; options: readonly { value: string; label: string }[] };
type Props = ControlProps & { groups: readonly OptionGroup[]; most: number; defaultValue?: readonly string[] };

/** Several of many, in groups that fold out; says how many are chosen. */
export function GroupedChoice({ name, label, hint, groups, most, defaultValue = [] }: Props) {
  const t = useTranslations("Form");
  const { id, error, typed } = useField(name);
  const initial = typed === undefined ? defaultValue : [typed].flat().filter((value) => typeof value === "string");
  const [chosen, setChosen] = useState<readonly string[]>(initial);
  const count = (options: OptionGroup["options"]) => options.filter(({ value }) => chosen.includes(value)).length;
  function onChoose(value: string, isChosen: boolean) {
    setChosen((before) => (isChosen ? [...new Set([...before, value])] : before.filter((other) => other !== value)));
  }
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy(id, hint, error)}>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      {hint ? <p id={`${id}-hint`} className="mb-1.5 text-muted">{hint}</p> : null}
      {error ? <p id={`${id}-error`} className="mb-1.5 font-semibold text-danger">{error}</p> : null}
      <p role="status" className={chosen.length > most ? "mb-2 font-semibold text-danger" : "mb-2 text-muted"}>
        {t("chosenOf", { count: chosen.length, most })}
      </p>
      <div className="space-y-2">
        {groups.map((group) => (
          <details key={group.label} open={group.options.some(({ value }) => initial.includes(value))} className="rounded-xl border border-line bg-surface">
            <summary className="min-h-11 px-4 py-2 font-semibold">
              {group.label} {count(group.options) > 0 ? <span className="font-normal text-muted">({count(group.options)})</span> : null}
            </summary>
            <div className="grid gap-x-6 px-4 pb-3 sm:grid-cols-2">
              {group.options.map((option) => (
                <label key={`${option.value}-${initial.includes(option.value)}`} className="flex min-h-8 items-start gap-3 py-1">
                  <input
                    type="checkbox"
                    name={name}
                    value={option.value}
                    defaultChecked={initial.includes(option.value)}
                    onInput={(event) => onChoose(option.value, event.currentTarget.checked)}
                    className="mt-1 size-5 shrink-0 accent-primary"
                  />
                  <span>{option.label}</span>
                </label>
              ))}
            </div>
          </details>
        ))}
      </div>
    </fieldset>
  );
}

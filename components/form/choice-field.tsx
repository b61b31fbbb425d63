"use client";

import type { ReactNode } from "react";
import { controlClass } from "@/components/ui/classes";
import { describedBy, FieldFrame, useField, type ControlProps } from "./field";

export type Option = { value: string; label: string; hint?: ReactNode; lang?: string };
type Choice = ControlProps & { options: readonly Option[] };

/** One of many, folded away. `emptyLabel` is shown where nothing is chosen yet. */
export function SelectField({ name, label, hint, isOptional, options, defaultValue, emptyLabel }: Choice & { defaultValue?: string | undefined; emptyLabel?: string }) {
  const { id, error, typed } = useField(name);
  const value = typeof typed === "string" ? typed : (defaultValue ?? "");
  return (
    <FieldFrame id={id} error={error} label={label} hint={hint} isOptional={isOptional ?? false}>
      {/* The key makes the control take the typed value after the form has been answered. */}
      <select
        key={value}
        id={id}
        name={name}
        className={controlClass}
        defaultValue={value}
        required={!isOptional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => <option key={option.value} value={option.value} lang={option.lang}>{option.label}</option>)}
      </select>
    </FieldFrame>
  );
}

const boxClass = "mt-1 size-5 shrink-0 accent-primary";

/** Several of many, or with `isSingle` one of few, all in sight. */
export function ChoiceGroup({ name, label, hint, options, defaultValue = [], isSingle = false, columns = false }: Choice & { defaultValue?: readonly string[]; isSingle?: boolean; columns?: boolean }) {
  const { id, error, typed } = useField(name);
  const chosen = typed === undefined ? defaultValue : [typed].flat();
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy(id, hint, error)}>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      {hint ? <p id={`${id}-hint`} className="mb-1.5 text-muted">{hint}</p> : null}
      {error ? <p id={`${id}-error`} className="mb-1.5 font-semibold text-danger">{error}</p> : null}
      <div className={columns ? "grid gap-x-6 gap-y-1 sm:grid-cols-2" : "space-y-1"}>
        {options.map((option) => (
          <label key={`${option.value}-${chosen.includes(option.value)}`} className="flex min-h-8 items-start gap-3 py-1">
            <input
              type={isSingle ? "radio" : "checkbox"}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className={boxClass}
            />
            <span lang={option.lang}>
              {option.label}
              {option.hint ? <span className="block text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One statement to agree to or not. Sends "on". */
export function CheckboxField({ name, label, hint, defaultChecked = false }: ControlProps & { defaultChecked?: boolean }) {
  const { id, error, typed } = useField(name);
  const isChecked = typed === undefined ? defaultChecked : typed === "on";
  return (
    <div>
      {error ? <p id={`${id}-error`} className="mb-1 font-semibold text-danger">{error}</p> : null}
      <label className="flex items-start gap-3 py-1">
        <input
          key={String(isChecked)}
          id={id}
          type="checkbox"
          name={name}
          defaultChecked={isChecked}
          className={boxClass}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <span>
          {label}
          {hint ? <span id={`${id}-hint`} className="block text-muted">{hint}</span> : null}
        </span>
      </label>
    </div>
  );
}

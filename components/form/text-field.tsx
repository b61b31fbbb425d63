"use client";

import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/classes";
import { describedBy, FieldFrame, useField, type ControlProps } from "./field";

type Input = Pick<
  ComponentProps<"input">,
  "type" | "autoComplete" | "inputMode" | "maxLength" | "lang" | "min" | "max" | "placeholder" | "pattern" | "list"
>;

/** One line of text, a number, an address or a date. */
export function TextField({ name, label, hint, isOptional, defaultValue, ...input }: ControlProps & Input & { defaultValue?: string | number | undefined }) {
  const { id, error, typed } = useField(name);
  return (
    <FieldFrame id={id} error={error} label={label} hint={hint} isOptional={isOptional ?? false}>
      <input
        {...input}
        id={id}
        name={name}
        className={controlClass}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
        required={!isOptional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}

type Area = Pick<ComponentProps<"textarea">, "rows" | "maxLength" | "lang" | "placeholder">;

/** Several lines of text. */
export function TextAreaField({ name, label, hint, isOptional, defaultValue, rows = 4, ...area }: ControlProps & Area & { defaultValue?: string | undefined }) {
  const { id, error, typed } = useField(name);
  return (
    <FieldFrame id={id} error={error} label={label} hint={hint} isOptional={isOptional ?? false}>
      <textarea
        {...area}
        id={id}
        name={name}
        rows={rows}
        className={controlClass}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
        required={!isOptional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}

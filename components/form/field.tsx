"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "./error-text";
import { type FormState, useFormContext } from "./form";

/** Somebody else saved while the form was open, and whoever sent it has been told. */
export function isOvertaken(state: FormState): boolean {
  return state?.error?.[""]?.includes("changed_meanwhile") ?? false;
}

/** Everything that a control needs from the form: its id, its first error, and what was typed before. */
export function useField(name: string) {
  const { id, state } = useFormContext();
  const errorText = useErrorText();
  const code = state?.error?.[name]?.[0];
  const typed = state?.initialValue?.[name];
  return {
    id: `${id}-${name}`,
    state,
    error: code ? errorText(code) : null,
    /** Undefined where the form has not been sent yet; an empty control sent nothing. */
    typed: state?.initialValue ? (typed ?? "") : undefined,
  };
}

type FieldProps = { label: string; hint?: ReactNode; isOptional?: boolean };
export type ControlProps = FieldProps & { name: string };

/** Label, hint and error around one control. */
export function FieldFrame(props: FieldProps & { id: string; error: string | null; children: ReactNode }) {
  const t = useTranslations("Form");
  return (
    <div>
      <label htmlFor={props.id} className="mb-1.5 block font-semibold">
        {props.label} {props.isOptional ? <span className="font-normal text-muted">({t("optional")})</span> : null}
      </label>
      {props.hint ? <p id={`${props.id}-hint`} className="mb-1.5 text-muted">{props.hint}</p> : null}
      {props.error ? <p id={`${props.id}-error`} className="mb-1.5 font-semibold text-danger">{props.error}</p> : null}
      {props.children}
    </div>
  );
}

/** The ids that describe a control, for aria-describedby. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

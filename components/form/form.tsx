"use client";

import type { SubmissionResult } from "@conform-to/dom";
import { useTranslations } from "next-intl";
import { createContext, useActionState, useContext, useEffect, useId, useMemo, useRef, type ReactNode } from "react";
import type { WritingAid } from "@/domain/aid/schema";
import { FormMessages } from "./form-messages";

/** A mail as its recipient would read it. `locale`: its language. */
export type ShownMail = { locale: string; subject: string; text: string; html: string };
/**
 * What an action answers to its form; null before the first submission. Where the form stays open: the mail that it would
 * make, and the code of what was done. `aid`: what helps to write, where it was asked for.
 */
export type FormState = (SubmissionResult<string[]> & { preview?: ShownMail | undefined; notice?: string | undefined; aid?: WritingAid }) | null;
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

type Context = { id: string; state: FormState; isPending: boolean };
const FormContext = createContext<Context | null>(null);

/** What fields and buttons need to know of the form around them. */
export function useFormContext(): Context {
  const context = useContext(FormContext);
  if (!context) throw new Error("a field stands outside of a Form");
  return context;
}

type Props = {
  action: FormAction;
  children: ReactNode;
  className?: string;
  /** Accessible name where the form has no heading of its own. */
  label?: string;
};

/**
 * A form that works before JavaScript has loaded: the action answers with errors and with what was typed,
 * and both are rendered again. Errors are summed up first, and the summary takes the focus.
 */
export function Form({ action, children, className, label }: Props) {
  const t = useTranslations("Form");
  const [state, submit, isPending] = useActionState(action, null);
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state?.status === "error") summary.current?.focus();
  }, [state]);
  const context = useMemo(() => ({ id, state, isPending }), [id, state, isPending]);
  return (
    <FormContext value={context}>
      <form action={submit} className={className ?? "space-y-6"} aria-label={label} noValidate>
        {state?.status === "error" ? <FormMessages ref={summary} title={t("errorTitle")} state={state} formId={id} /> : null}
        {children}
      </form>
    </FormContext>
  );
}

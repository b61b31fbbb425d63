"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useFormContext } from "./form";

/** Keys of all drafts begin so: signing out forgets them. */
export const draftPrefix = "pomost-draft/";

type Stored = { version: string; isSent: boolean; values: [string, string][] };

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a person can type or choose; files and hidden fields are no part of a draft. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && !["hidden", "file", "password"].includes(element.type)) ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  );
}

function isToggle(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
}

function valuesOf(form: HTMLFormElement): [string, string][] {
  return controlsOf(form).flatMap((control): [string, string][] =>
    control.name === "" || (isToggle(control) && !control.checked) ? [] : [[control.name, control.value]],
  );
}

function restore(form: HTMLFormElement, values: readonly [string, string][]) {
  for (const control of controlsOf(form)) {
    const typed = values.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isToggle(control)) control.checked = typed.includes(control.value);
    else control.value = typed[0] ?? "";
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function read(key: string): Stored | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Stored | null;
  } catch {
    // Storage that is switched off or was changed by hand: there is no draft.
    return null;
  }
}

function write(key: string, draft: Stored) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage that is full or switched off: typing goes on without a draft.
  }
}

type Props = {
  /** Whose draft it is: on a shared computer nobody sees another person's. */
  user: string;
  /** Which form: "organisation-new", or with an id where there are several. */
  form: string;
  /** What was saved when the page was made. A draft of another version that was sent is finished. */
  version?: string | number;
};

/** Keeps what is typed into the form around it in this browser until it is saved, and brings it back after a reload. */
export function Draft({ user, form: name, version = "" }: Props) {
  const t = useTranslations("Form");
  const { state } = useFormContext();
  const mark = useRef<HTMLDivElement>(null);
  const [isRestored, setRestored] = useState(false);
  const key = `${draftPrefix}${user}/${name}`;
  const hasError = state?.status === "error";

  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return undefined;
    const save = (isSent: boolean) => write(key, { version: String(version), isSent, values: valuesOf(form) });
    const onInput = () => save(false);
    const onSubmit = () => save(true);
    form.addEventListener("input", onInput);
    form.addEventListener("submit", onSubmit);
    return () => {
      form.removeEventListener("input", onInput);
      form.removeEventListener("submit", onSubmit);
    };
  }, [key, version]);

  useEffect(() => {
    const form = mark.current?.closest("form");
    const draft = read(key);
    if (!form || !draft) return;
    if (hasError) {
      // Not saved after all: a reload brings it back.
      write(key, { ...draft, isSent: false });
      return;
    }
    // Sent, and the form came without an error: saved. Where versions tell, a draft of this version was not.
    if (draft.isSent && (version === "" || draft.version !== String(version))) {
      localStorage.removeItem(key);
      return;
    }
    if (JSON.stringify(draft.values) === JSON.stringify(valuesOf(form))) return;
    restore(form, draft.values);
    setRestored(true);
  }, [key, version, hasError]);

  function discard() {
    const form = mark.current?.closest("form");
    form?.reset();
    // What counts or shows what is chosen listens to input; so does this draft, which goes last.
    for (const control of form ? controlsOf(form) : []) control.dispatchEvent(new Event("input", { bubbles: true }));
    localStorage.removeItem(key);
    setRestored(false);
  }

  return (
    <div ref={mark} role="status" className="empty:absolute">
      {isRestored ? (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-sunken px-5 py-3">
          <p>{t("draftRestored")}</p>
          <Button type="button" look="secondary" size="small" onClick={discard}>{t("draftDiscard")}</Button>
        </div>
      ) : null}
    </div>
  );
}

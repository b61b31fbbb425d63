"use client";

import { describedBy, FieldFrame, useField, type ControlProps } from "./field";

const fileClass =
  "block w-full min-h-12 cursor-pointer rounded-xl border border-line-strong bg-surface p-1.5 text-ink aria-invalid:border-2 aria-invalid:border-danger " +
  "file:mr-4 file:min-h-9 file:cursor-pointer file:rounded-full file:border-0 file:bg-primary-soft file:px-4 file:font-semibold file:text-primary-strong";

/**
 * One file from the reader's device. Browsers never keep it: after an error it has to be chosen again.
 * @param accept what the dialogue shows first, such as ".csv,text/csv"; the server looks at the content
 */
export function FileField({ name, label, hint, isOptional, accept }: ControlProps & { accept: string }) {
  const { id, error } = useField(name);
  return (
    <FieldFrame id={id} error={error} label={label} hint={hint} isOptional={isOptional ?? false}>
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        className={fileClass}
        required={!isOptional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}

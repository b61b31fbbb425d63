"use client";

import { controlClass, describedBy, FieldFrame, useField, type ControlProps } from "./field";

/** One file of this computer. It has to be chosen again where the form comes back with an error. */
export function FileField({ name, label, hint, isOptional, accept }: ControlProps & { accept: string }) {
  const { id, error } = useField(name);
  return (
    <FieldFrame id={id} error={error} label={label} hint={hint} isOptional={isOptional ?? false}>
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        required={!isOptional}
        className={`${controlClass} file:mr-4 file:rounded-full file:border-0 file:bg-primary-soft file:px-4 file:py-1.5 file:font-semibold file:text-primary-strong`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}

"use client";

import type { ReactNode } from "react";
import { useField } from "./field";

type Props = { name: string; value: string; defaultChecked?: boolean };

function Box({ name, value, defaultChecked = false, label, className }: Props & { label?: string; className: string }) {
  const { typed } = useField(name);
  const isTicked = typed === undefined ? defaultChecked : [typed].flat().includes(value);
  return <input key={String(isTicked)} type="checkbox" name={name} value={value} defaultChecked={isTicked} aria-label={label} className={`accent-primary ${className}`} />;
}

/** A box in a row of a table, whose words are elsewhere in the row; stays ticked where the form comes back with an error. */
export function RowBox({ label, ...box }: Props & { label: string }) {
  return <Box {...box} label={label} className="size-6" />;
}

/** The same with its words beside it. */
export function ChoiceBox({ children, ...box }: Props & { children: ReactNode }) {
  return (
    <label className="mt-2 flex items-start gap-3 py-1">
      <Box {...box} className="mt-1 size-5 shrink-0" />
      {children}
    </label>
  );
}

"use client";

import { useField } from "@/components/form/field";

/** Chooses one proposal; stays chosen where the form comes back with an error. */
export function ProposalBox({ value, label }: { value: string; label: string }) {
  const { typed } = useField("pairs");
  const isChosen = typed !== undefined && [typed].flat().includes(value);
  return <input key={String(isChosen)} type="checkbox" name="pairs" value={value} defaultChecked={isChosen} aria-label={label} className="size-6 accent-primary" />;
}

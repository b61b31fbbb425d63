"use client";

import type { ReactNode } from "react";
import { useField } from "./field";

/** What boxes of one name stand in; an error of theirs is told above them, and the summary leads here. */
export function ChoiceProblem({ name, children }: { name: string; children: ReactNode }) {
  const { id, error } = useField(name);
  return (
    <div id={id} tabIndex={-1}>
      {error ? <p id={`${id}-error`} className="mb-1.5 font-semibold text-danger">{error}</p> : null}
      {children}
    </div>
  );
}

"use client";

import type { ReactNode } from "react";
import { useFormContext } from "@/components/form/form";

/** The fields of a new offer or need, folded away inside their form: one that came back, with an error or with what helps to write, is open, also without JavaScript. */
export function AddDisclosure({ summary, isOpen, children }: { summary: string; isOpen: boolean; children: ReactNode }) {
  const { state } = useFormContext();
  return (
    <details open={isOpen || Boolean(state?.initialValue)} className="rounded-xl border border-line bg-surface">
      <summary className="min-h-12 px-5 py-3 font-semibold">{summary}</summary>
      <div className="space-y-6 px-5 pb-5">{children}</div>
    </details>
  );
}

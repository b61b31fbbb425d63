"use client";

import { Check, Plus } from "lucide-react";
import { classes } from "@/components/ui/classes";
import { countsFor, type Corrections } from "@/domain/concept/rules";
import type { Subject } from "@/domain/aid/schema";

type Props = {
  label: string;
  subjects: readonly Subject[];
  corrections: Corrections;
  isUnderstood: (id: string) => boolean;
  onToggle: (subject: Subject) => void;
};

/** Subjects to take in or out, each in its place whatever is pressed. Without JavaScript the form is sent, and comes back. */
export function SubjectChips({ label, subjects, corrections, isUnderstood, onToggle }: Props) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {subjects.map((subject) => {
        const counts = countsFor(subject.id, corrections, isUnderstood(subject.id));
        const Mark = counts ? Check : Plus;
        return (
          <li key={subject.id} className="max-w-full">
            <button
              type="submit"
              name="toggle"
              value={subject.id}
              formNoValidate
              aria-pressed={counts}
              onClick={(event) => {
                event.preventDefault();
                onToggle(subject);
              }}
              className={classes(
                "inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border px-4 text-left font-medium",
                counts ? "border-primary bg-primary-soft text-primary-strong" : "border-dashed border-line-strong bg-surface text-muted",
              )}
            >
              <Mark aria-hidden="true" className="size-4 shrink-0" />
              <span className="min-w-0 wrap-anywhere">{subject.label}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

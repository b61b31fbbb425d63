import type { ReactNode } from "react";
import { classes } from "./classes";

type Props = {
  /** What folds out. */
  summary: ReactNode;
  /** Accessible name where the visible words repeat on the page. */
  label?: string;
  tone?: "quiet" | "danger";
  isOpen?: boolean;
  children: ReactNode;
};

/** Something that is seldom wanted, folded away behind its name. Works without JavaScript. */
export function Disclosure({ summary, label, tone = "quiet", isOpen = false, children }: Props) {
  return (
    <details open={isOpen} className="group min-w-0 open:basis-full">
      <summary
        aria-label={label}
        className={classes(
          "inline-flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-full border px-4 py-1 text-sm font-semibold [&::-webkit-details-marker]:hidden",
          tone === "danger" ? "border-danger text-danger hover:bg-danger-soft" : "border-line-strong text-primary hover:bg-primary-soft",
        )}
      >
        <span aria-hidden="true" className="transition-transform group-open:rotate-90">›</span>
        {summary}
      </summary>
      <div className="mt-4 rounded-xl border border-line bg-canvas p-4 sm:p-5">{children}</div>
    </details>
  );
}

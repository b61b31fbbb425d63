import type { ReactNode } from "react";

/** Pairs of a word and what it says. */
export function Facts({ items }: { items: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
      {items.map((item) => (
        <div key={item.term} className="sm:contents">
          <dt className="font-semibold text-muted">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A few large numbers side by side, each below its word. */
export function Numbers({ items, children }: { items: { term: string; value: ReactNode }[]; children?: ReactNode }) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt className="text-muted">{term}</dt>
          <dd className="font-display text-3xl font-bold tabular-nums">{value}</dd>
        </div>
      ))}
      {children}
    </dl>
  );
}

/** A table that scrolls sideways inside its own frame and can be scrolled by keyboard. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-2xl border border-line bg-surface print:overflow-visible">
      {children}
    </div>
  );
}

/** A bar beside its number, which says the same. */
export function Bar({ value, whole }: { value: number; whole: number }) {
  const width = whole === 0 ? 0 : (100 * value) / whole;
  return (
    <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className="h-2.5 w-full min-w-12">
      <rect width="100" height="10" className="fill-sunken" />
      <rect width={width} height="10" className="fill-primary" />
    </svg>
  );
}

/** The first two letters of a name where there is no picture. */
export function Monogram({ name }: { name: string }) {
  const letters = name.replace(/[^\p{L}\p{N} ]/gu, "").split(" ").filter(Boolean).slice(0, 2);
  return (
    <span
      aria-hidden="true"
      className="flex size-14 shrink-0 items-center justify-center rounded-xl bg-primary-soft font-display text-xl font-bold text-primary-strong"
    >
      {letters.map((word) => word[0]).join("").toUpperCase()}
    </span>
  );
}

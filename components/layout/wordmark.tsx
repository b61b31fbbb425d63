/** The mark: a footbridge over water, drawn in the text's colour, and the name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-display text-2xl font-extrabold tracking-tight">
      <svg aria-hidden="true" viewBox="0 0 40 28" className="h-7 w-10" fill="none" strokeLinecap="round" strokeWidth="3.4">
        <path d="M2 15 Q20 -3 38 15" stroke="currentColor" />
        <path d="M11 9.5 V17 M20 6 V17 M29 9.5 V17" stroke="currentColor" />
        <path d="M2 24 q4.5 -4 9 0 t9 0 t9 0 t9 0" stroke="var(--accent-bright)" />
      </svg>
      Pomost
    </span>
  );
}

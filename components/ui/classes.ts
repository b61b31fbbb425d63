/** Joins class names and leaves out what is false. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

/** The look of a bar that tells how far something is. */
export const barClass =
  "block h-3 w-full appearance-none overflow-hidden rounded-full border border-line-strong bg-sunken forced-colors:appearance-auto " +
  "[&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary";

/** The look of what is typed or chosen in. */
export const controlClass =
  "block w-full min-h-12 rounded-xl border border-line-strong bg-surface px-4 py-2.5 text-ink aria-invalid:border-2 aria-invalid:border-danger";

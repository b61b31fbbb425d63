/** A filter or a concept that a link takes off. */
export const chipClass =
  "inline-flex min-h-9 max-w-full items-center gap-2 rounded-full bg-primary-soft px-4 font-medium text-primary-strong no-underline hover:underline";

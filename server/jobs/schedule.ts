/**
 * Work that comes round again: a domain command by the portal itself, which does nothing when there is nothing to do
 * and may run in several workers at once.
 */
export type Job = { name: string; everySeconds: number; run: () => Promise<unknown> };

/** What the worker does besides sending mail. */
export const jobs: readonly Job[] = [];

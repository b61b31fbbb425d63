import type { EntryStep } from "@/domain/mail/schema";
import type { EntryChange } from "./schema";

/** The part of a mail that tells a person's calendar of a change, where there is one; to be spread into the draft. */
export function told(changes: readonly EntryChange[], registrationId: string, meetingId: string | null): { entry?: EntryStep } {
  const change = changes.find((one) => one.registrationId === registrationId && one.meetingId === meetingId);
  return change ? { entry: { entryId: change.entryId, sequence: change.sequence } } : {};
}

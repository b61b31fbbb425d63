import { correctEntries } from "@/domain/calendar/commands/correct-entries";
import { countKeys } from "@/domain/concept/commands";
import { tellInterested } from "@/domain/event/commands/ask-interest";
import { measureFits } from "@/domain/fit/commands/measure-fits";
import { forgetImportFiles } from "@/domain/import/commands/upload-file";
import { forgetOldPoints } from "@/domain/limit/commands";
import { forgetNotices } from "@/domain/notice/commands";
import { sendLinks } from "@/domain/registration/commands/send-links";
import { expireRequests, remindExpiring } from "@/domain/request/commands/expire-requests";
import { tellSearchers } from "@/domain/search/commands/tell-searchers";
import { sendReminders } from "@/domain/schedule/commands/send-reminders";
import { forgetExpired } from "@/domain/user/commands/forget-expired";

/**
 * Work that comes round again: a domain command by the portal itself, which does nothing when there is nothing to do
 * and may run in several workers at once.
 */
export type Job = { name: string; everySeconds: number; run: () => Promise<unknown> };

/** What the worker does besides sending mail. */
export const jobs: readonly Job[] = [
  { name: "tell-interested", everySeconds: 60, run: () => tellInterested() },
  { name: "send-links", everySeconds: 60, run: () => sendLinks() },
  { name: "send-reminders", everySeconds: 60, run: () => sendReminders() },
  { name: "correct-entries", everySeconds: 60, run: () => correctEntries() },
  { name: "expire-requests", everySeconds: 60, run: () => expireRequests() },
  { name: "remind-expiring", everySeconds: 900, run: () => remindExpiring() },
  { name: "tell-searchers", everySeconds: 120, run: () => tellSearchers() },
  { name: "count-keys", everySeconds: 900, run: () => countKeys() },
  { name: "measure-fits", everySeconds: 5, run: () => measureFits() },
  { name: "forget-sessions", everySeconds: 3600, run: () => forgetExpired() },
  { name: "forget-import-files", everySeconds: 3600, run: () => forgetImportFiles() },
  { name: "forget-notices", everySeconds: 3600, run: () => forgetNotices() },
  { name: "forget-limits", everySeconds: 3600, run: () => forgetOldPoints() },
];

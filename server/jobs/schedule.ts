import { correctEntries } from "@/domain/calendar/commands/correct-entries";
import { askCooperations } from "@/domain/cooperation/commands/ask-cooperations";
import { countKeys } from "@/domain/concept/commands";
import { tellInterested } from "@/domain/event/commands/ask-interest";
import { forgetImportFiles } from "@/domain/import/commands/upload-file";
import { forgetOldPoints } from "@/domain/limit/commands";
import { forgetNotices } from "@/domain/notice/commands";
import type { RecurringJob } from "@/domain/job/schema";
import { sendDigests } from "@/domain/notice/commands/send-digests";
import { askRatings } from "@/domain/outcome/commands/ask-ratings";
import { forgetMails } from "@/domain/mail/commands/forget-mails";
import { mendMails } from "@/domain/mail/commands/mend-mails";
import { sendLinks } from "@/domain/registration/commands/send-links";
import { expireRequests, remindExpiring } from "@/domain/request/commands/expire-requests";
import { tellSearchers } from "@/domain/search/commands/tell-searchers";
import { sendReminders } from "@/domain/schedule/commands/send-reminders";
import { forgetExpired } from "@/domain/user/commands/forget-expired";

/**
 * What is done when it comes round: a domain command by the portal itself, which does nothing when there is nothing to
 * do. `now` is the database's time: a worker's own clock may be wrong.
 */
export const jobs: Record<RecurringJob, (now: Date) => Promise<unknown>> = {
  "tell-interested": tellInterested,
  "send-links": sendLinks,
  "send-reminders": sendReminders,
  "ask-ratings": askRatings,
  "ask-cooperations": askCooperations,
  "correct-entries": correctEntries,
  "expire-requests": (now) => expireRequests(now),
  "mend-mails": () => mendMails(),
  "tell-searchers": (now) => tellSearchers(now),
  "remind-expiring": remindExpiring,
  "send-digests": sendDigests,
  "count-keys": countKeys,
  "forget-sessions": forgetExpired,
  "forget-import-files": forgetImportFiles,
  "forget-notices": forgetNotices,
  "forget-mails": forgetMails,
  "forget-limits": forgetOldPoints,
};

import type { RecurringJob } from "@/domain/job/schema";

/** What comes round, and when: cron, in UTC. What it does is in schedule.ts, which needs a database to be read. */
export const recurrence: Record<RecurringJob, string> = {
  "tell-interested": "* * * * *",
  "send-links": "* * * * *",
  "send-reminders": "* * * * *",
  "ask-ratings": "*/5 * * * *",
  "ask-cooperations": "*/15 * * * *",
  "correct-entries": "* * * * *",
  "expire-requests": "* * * * *",
  "mend-mails": "* * * * *",
  "tell-searchers": "*/2 * * * *",
  "remind-expiring": "*/15 * * * *",
  "send-digests": "*/15 * * * *",
  "count-keys": "*/15 * * * *",
  "forget-sessions": "7 * * * *",
  "forget-import-files": "7 * * * *",
  "forget-notices": "7 * * * *",
  "forget-mails": "37 2 * * *",
  "forget-limits": "7 * * * *",
};

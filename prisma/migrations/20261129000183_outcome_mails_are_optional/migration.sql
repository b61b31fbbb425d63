-- Why: nobody needs to say how it was, or to hear of what others look for, in order to take part: mails that ask what came of
-- meetings and of cooperations, and that tell of needs, can be switched off, and those about needs can wait for the digest.
ALTER TABLE "MailChoice" DROP CONSTRAINT "MailChoice_kind_check";
ALTER TABLE "MailChoice" ADD CONSTRAINT "MailChoice_kind_check" CHECK (
  "kind" IN (
    'request_received', 'request_expiring', 'reminder_day', 'reminder_hour', 'rating_asked', 'cooperation_asked', 'call_posted', 'digest', 'event_open',
    'search_found', 'announcement')
  AND ("kind" <> 'request_received' OR "delivery"::text <> 'off')
  AND ("delivery"::text <> 'digest' OR "kind" IN ('request_received', 'call_posted', 'event_open', 'search_found')));

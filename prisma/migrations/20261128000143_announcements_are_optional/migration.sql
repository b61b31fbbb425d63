-- Why: what people need in order to take part, the portal tells them by itself. What staff writes besides can be switched
-- off like other mails of this kind.
ALTER TABLE "MailChoice" DROP CONSTRAINT "MailChoice_kind_check";
ALTER TABLE "MailChoice" ADD CONSTRAINT "MailChoice_kind_check" CHECK ("kind" IN ('event_open', 'request_expiring', 'search_found', 'announcement'));

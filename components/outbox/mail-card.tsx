import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import { outboxPath, resendableState } from "@/domain/outbox/rules";
import type { OutboxEntry } from "@/domain/outbox/schema";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { MailStateBadge } from "./mail-state-badge";

/** When the mail was written, sent, or is tried again. */
export function MailTimes({ entry: { state, attempts, createdAt, sentAt, nextAttemptAt, timeZone } }: { entry: OutboxEntry }) {
  const t = useTranslations("Outbox");
  const locale = useLocale();
  const at = (instant: Date) => formatInstant(instant, locale, timeZone);
  return (
    <p className="text-muted">
      {t("written", { at: at(createdAt) })}
      {state === "sent" && sentAt ? ` · ${t("sentAt", { at: at(sentAt) })}` : null}
      {state === "failed" ? ` · ${t("triedAgain", { at: at(nextAttemptAt) })}` : null}
      {state === "failed" || state === "dead" ? ` · ${t("attempts", { count: attempts })}` : null}
    </p>
  );
}

/** What the mail server answered; it speaks English, mostly. */
export function ServerAnswer({ entry: { state, error } }: { entry: OutboxEntry }) {
  const t = useTranslations("Outbox");
  if (error === null) return null;
  return <p className="break-words">{t.rich(state === "suppressed" ? "suppressed" : "answer", { error, code: (words) => <code lang="en" className="text-sm">{words}</code> })}</p>;
}

type ButtonProps = { entry: OutboxEntry; event: string | undefined; action: FormAction };

/** Sends one mail again; nothing where that cannot be. */
export function ResendButton({ entry, event, action }: ButtonProps) {
  const t = useTranslations("Outbox");
  const tKind = useTranslations("MailKinds");
  const seen = resendableState(entry);
  if (seen === null) return null;
  const fields = { id: entry.id, key: crypto.randomUUID(), seen, ...(event === undefined ? {} : { event }) };
  return <ActionButton action={action} fields={fields} label={t(seen === "suppressed" ? "tryLabel" : "resendLabel", { kind: tKind(entry.kind), to: entry.to })}>{t(seen === "suppressed" ? "try" : "resend")}</ActionButton>;
}

/** One mail of the list. */
export function MailCard({ entry, event, action }: ButtonProps) {
  const t = useTranslations("Outbox");
  const tKind = useTranslations("MailKinds");
  const kind = tKind(entry.kind);
  return (
    <Card className="grid gap-x-6 gap-y-3 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0 space-y-1">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-bold">{kind} <MailStateBadge state={entry.state} /></h2>
        <p className="break-all">{entry.to === "" ? t("forgotten") : entry.to}</p>
        {event === undefined && entry.event ? <p lang={entry.event.textLocale}>{entry.event.title}</p> : null}
        <MailTimes entry={entry} />
        <ServerAnswer entry={entry} />
      </div>
      <div className="flex flex-wrap items-start gap-2 sm:justify-end">
        <Link href={`${outboxPath(event)}/${entry.id}`} prefetch={false} aria-label={t("openLabel", { kind, to: entry.to })} className={buttonClass("secondary", "small")}>
          {t("open")}
        </Link>
        <ResendButton entry={entry} event={event} action={action} />
      </div>
    </Card>
  );
}

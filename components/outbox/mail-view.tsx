import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/form/form";
import { Alert } from "@/components/ui/badge";
import { Facts } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import type { Locale } from "@/domain/input";
import { outboxPath } from "@/domain/outbox/rules";
import type { OutboxEntry } from "@/domain/outbox/schema";
import { Link } from "@/i18n/navigation";
import { MailTimes, ResendButton, ServerAnswer } from "./mail-card";
import { MailPreview } from "./mail-preview";
import { MailStateBadge } from "./mail-state-badge";

/** A mail in words; `locale` is the recipient's language. */
type Words = { locale: Locale; subject: string; text: string; html: string };

type Props = { entry: OutboxEntry; event?: string; words: Words | null; resend: FormAction };

/** One mail with its state, and as its recipient reads it where that is not for the recipient alone. */
export function MailView({ entry, event, words, resend }: Props) {
  const t = useTranslations("Outbox");
  const tPreview = useTranslations("MailPreview");
  return (
    <>
      <p className="mb-6"><Link href={outboxPath(event)} prefetch={false} className="underline">{t("back")}</Link></p>
      <Card className="space-y-4">
        <Facts
          items={[
            { term: t("to"), value: <span className="break-all">{entry.to}</span> },
            ...(entry.event ? [{ term: t("event"), value: <span lang={entry.event.textLocale}>{entry.event.title}</span> }] : []),
            { term: t("state"), value: <MailStateBadge state={entry.state} /> },
            ...(words ? [{ term: t("subject"), value: <span lang={words.locale}>{words.subject}</span> }] : []),
          ]}
        />
        <MailTimes entry={entry} />
        <ServerAnswer entry={entry} />
        <ResendButton entry={entry} event={event} action={resend} />
      </Card>
      {words ? <MailPreview words={words} title={tPreview("title")} /> : <div className="mt-6"><Alert tone="neutral" title={t(entry.to === "" ? "forgotten" : "sealed")}>{t(entry.to === "" ? "forgottenText" : "sealedText")}</Alert></div>}
    </>
  );
}

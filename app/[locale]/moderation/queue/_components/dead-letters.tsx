import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Card, EmptyState } from "@/components/ui/surface";
import type { DeadLetter } from "@/domain/job/schema";
import { staffMailKinds } from "@/domain/mail/schema";
import { formatInstant } from "@/i18n/format";
import { discardJobAction, retryJobAction } from "../actions";

/** Jobs that failed again and again, to be tried again or forgotten. */
export function DeadLetters({ dead, timeZone }: { dead: DeadLetter[]; timeZone: string }) {
  const t = useTranslations("QueuePage");
  const tKind = useTranslations("MailKinds");
  const locale = useLocale();
  const titleOf = ({ kind }: DeadLetter) => {
    const known = staffMailKinds.find((one) => one === kind);
    return known ? tKind(known) : t(kind === null ? "noMail" : "personalMail");
  };
  if (dead.length === 0) return <EmptyState title={t("noDead")}>{t("noDeadHint")}</EmptyState>;
  return (
    <ul className="space-y-4">
      {dead.map((letter) => {
        const since = formatInstant(letter.since, locale, timeZone);
        return (
          <li key={letter.id}>
            <Card className="flex flex-wrap items-start justify-between gap-4">
              <div className="min-w-0 space-y-1">
                <h3 className="font-bold">{titleOf(letter)}</h3>
                <p className="text-muted">{t("since", { at: since })}</p>
                <p className="break-words"><code lang="en" className="text-sm">{letter.error}</code></p>
              </div>
              <div className="flex flex-wrap items-start gap-2">
                {letter.canRetry ? <ActionButton action={retryJobAction} fields={{ id: letter.id }} label={t("retryLabel", { at: since })}>{t("retry")}</ActionButton> : null}
                <ActionButton action={discardJobAction} fields={{ id: letter.id }} look="quiet" label={t("discardLabel", { at: since })}>{t("discard")}</ActionButton>
              </div>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}

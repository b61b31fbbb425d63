import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";

type Props = { reason?: { locale: string; text: string } | null };

/** That an event does not take place, and why where its organisers have said so, in the language in which they did. */
export function EventCancelled({ reason = null }: Props) {
  const t = useTranslations("EventCancelled");
  return (
    <div className="mb-8">
      <Alert tone="danger" title={t("title")}>
        <p>{t("text")}</p>
        {reason ? (
          <>
            <p className="mt-3">{t("reason")}</p>
            <blockquote lang={reason.locale} className="mt-1 border-l-4 border-line-strong pl-4 whitespace-pre-line">{reason.text}</blockquote>
          </>
        ) : null}
      </Alert>
    </div>
  );
}

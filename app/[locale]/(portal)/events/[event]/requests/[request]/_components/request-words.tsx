import { useTranslations } from "next-intl";
import { UserText } from "@/components/organisation/user-text";
import { PartnerLine } from "@/components/request/partner-line";
import { Card } from "@/components/ui/surface";
import type { RequestDetail } from "@/domain/request/schema";

/** Who asks whom about what, in the words of the one who asks. */
export function RequestWords({ request }: { request: RequestDetail }) {
  const t = useTranslations("RequestPage");
  const tCard = useTranslations("RequestCard");
  const { requesterPerson, recipientPerson, event } = request;
  return (
    <Card className="space-y-5">
      <PartnerLine partner={request.partner} event={event.slug} level={2} />
      <div>
        <p className="text-sm font-semibold text-accent">{tCard("about")}</p>
        <p className="text-xl font-semibold break-words"><UserText text={request.subject} locale={request.subjectLocale} /></p>
      </div>
      <div>
        <p className="text-sm font-semibold text-accent">{t("message")}</p>
        <p lang={request.messageLocale} className="max-w-prose break-words whitespace-pre-line">{request.message}</p>
      </div>
      <div>
        <p className="text-sm font-semibold text-accent">{t("people")}</p>
        <p>{requesterPerson.personName} · {recipientPerson?.personName ?? <span className="text-muted">{t("notNamed")}</span>}</p>
      </div>
    </Card>
  );
}

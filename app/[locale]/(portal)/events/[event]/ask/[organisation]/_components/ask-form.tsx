import { useTranslations } from "next-intl";
import { Draft } from "@/components/form/draft";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { QuotaLine } from "@/components/request/quota-line";
import { WordsFields } from "@/components/request/words-fields";
import { Card } from "@/components/ui/surface";
import type { AskView } from "@/domain/request/schema";
import { sendAction } from "../../../requests/actions";

type Props = {
  view: AskView;
  /** Id of the need or offer that the reader came from. */
  about: string | null;
  user: string;
};

/** The form that asks: subject, message, who speaks. What is typed is kept until it is sent. */
export function AskForm({ view, about, user }: Props) {
  const t = useTranslations("AskPage");
  const { event, own, partner, matched, speakers, ownPersonId, quota } = view;
  const statements = [...own.statements, ...partner.statements];
  const subject = statements.find(({ id }) => id === about)?.id ?? matched[0] ?? null;
  return (
    <Card>
      <Form action={sendAction}>
        <Draft user={user} form={`ask/${event.slug}/${partner.slug}`} />
        <input type="hidden" name="event" value={event.slug} />
        <input type="hidden" name="organisation" value={partner.slug} />
        <QuotaLine quota={quota} />
        <WordsFields
          own={own}
          partner={partner}
          matched={new Set(matched)}
          speakers={speakers}
          ownPersonId={ownPersonId}
          defaults={{ subject, person: ownPersonId }}
        />
        <p className="text-muted">{t("expires", { days: event.requestExpiryDays })}</p>
        <SubmitButton>{t("submit")}</SubmitButton>
      </Form>
    </Card>
  );
}

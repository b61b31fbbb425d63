import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { FormPreview } from "@/components/outbox/form-preview";
import { Card } from "@/components/ui/surface";
import { announcementPlaceholders, type Audience } from "@/domain/announcement/schema";
import { type Locale, locales } from "@/domain/input";
import { limits } from "@/domain/wording/schema";
import { formatLanguage } from "@/i18n/format";
import { announcementAction } from "../../actions";

type Props = { event: string; audience: Audience; counts: Record<Locale, number>; total: number };

/** What it says, in each language; how many read which one is said before anything is sent. */
export function AnnouncementForm({ event, audience, counts, total }: Props) {
  const t = useTranslations("AnnouncementPage");
  const here = useLocale();
  const hidden = [...audience.groups.map((value) => ["groups", value]), ...audience.countries.map((value) => ["countries", value]), ...audience.locales.map((value) => ["locales", value])];
  return (
    <Card className="mt-6">
      <h2 className="text-2xl font-bold">{t("text")}</h2>
      <p className="mt-2 mb-4 font-semibold">{t("reaches", { count: total })}</p>
      <p className="mb-4 max-w-3xl">{t("fallback")}</p>
      <PlaceholderList />
      <Form action={announcementAction} className="mt-6 space-y-8" label={t("text")}>
        <input type="hidden" name="event" value={event} />
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        {hidden.map(([name, value]) => <input key={`${name}-${value}`} type="hidden" name={name} value={value} />)}
        {locales.map((locale) => (
          <fieldset key={locale} className="space-y-4">
            <legend className="text-xl font-bold">{t("inLanguage", { language: formatLanguage(locale, here), count: counts[locale] })}</legend>
            <TextField name={`subject_${locale}`} label={t("subjectIn", { language: formatLanguage(locale, here) })} isOptional lang={locale} maxLength={limits.subject} />
            <TextAreaField name={`body_${locale}`} label={t("bodyIn", { language: formatLanguage(locale, here) })} isOptional lang={locale} rows={8} maxLength={limits.body} />
          </fieldset>
        ))}
        <div className="flex flex-wrap gap-3">
          {locales.map((locale) => (
            <SubmitButton key={locale} name="intent" value={`preview_${locale}`} look="secondary">{t("preview", { language: formatLanguage(locale, here) })}</SubmitButton>
          ))}
          <SubmitButton name="intent" value="trial" look="secondary">{t("trial")}</SubmitButton>
          <SubmitButton name="intent" value="send">{t("send", { count: total })}</SubmitButton>
        </div>
        <FormPreview />
      </Form>
    </Card>
  );
}

function PlaceholderList() {
  const t = useTranslations("AnnouncementPage");
  const tName = useTranslations("WordingPlaceholders");
  return (
    <>
      <p className="mb-2 max-w-3xl text-muted">{t("placeholders")}</p>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {[...announcementPlaceholders.inText, ...announcementPlaceholders.alone].map((name) => (
          <div key={name} className="sm:contents">
            <dt><code>{`{${name}}`}</code></dt>
            <dd>{tName(name)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

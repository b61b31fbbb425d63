import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { SeenField } from "@/components/form/seen-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { previewCancel } from "@/domain/alteration/queries/preview-cancel";
import { reasonLength } from "@/domain/alteration/schema";
import { isCancelled } from "@/domain/event/rules";
import { locales } from "@/domain/input";
import { formatLanguage } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { cancelEventAction } from "./actions";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("CancelEvent");
  return { title: t("title") };
}

export default async function CancelEventPage({ params }: Props) {
  const [{ event: slug }, locale] = await Promise.all([params, getLocale()]);
  const { event, version, effects } = await readPage(previewCancel(await getActor(), slug, locale));
  const t = await getTranslations("CancelEvent");
  return (
    <Container>
      <p className="mb-6"><Link href={`/moderation/${event.slug}/settings`} prefetch={false} className="underline">{t("back")}</Link></p>
      <PageHeader title={t("title")} eyebrow={<span lang={event.textLocale}>{event.title}</span>} />
      {isCancelled(event) ? <Alert tone="neutral">{t("cancelled")}</Alert> : (
        <Card className="max-w-3xl space-y-6">
          <div>
            <h2 className="mb-2 text-2xl font-bold">{t("effects")}</h2>
            <ul className="list-disc space-y-1 pl-6">
              <li>{t("told", { count: effects.told })}</li>
              <li>{t("meetings", { count: effects.meetings })}</li>
              <li>{t("requests", { count: effects.requests })}</li>
              <li>{t("mails", { count: effects.mails })}</li>
              <li>{t("closed")}</li>
            </ul>
          </div>
          <Alert tone="warning">
            <p>{t("final")}</p>
            <p className="mt-2"><Link href={`/moderation/${event.slug}/settings/move`} prefetch={false} className="underline">{t("moveInstead")}</Link></p>
          </Alert>
          <Form action={cancelEventAction} className="space-y-4" label={t("title")}>
            <input type="hidden" name="event" value={event.slug} />
            <SeenField name="version" value={version} />
            <h2 className="text-2xl font-bold">{t("reasonTitle")}</h2>
            <p>{t("reasonText")}</p>
            {locales.map((one) => (
              <TextAreaField key={one} name={`reason_${one}`} label={t("reasonIn", { language: formatLanguage(one, locale) })} isOptional lang={one} rows={3} maxLength={reasonLength} />
            ))}
            <div className="flex flex-wrap items-center gap-3">
              <SubmitButton look="danger">{t("submit", { count: effects.told })}</SubmitButton>
              <Link href={`/moderation/${event.slug}/settings`} prefetch={false} className={buttonClass("quiet")}>{t("keep")}</Link>
            </div>
          </Form>
        </Card>
      )}
    </Container>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { requireModerator } from "@/domain/event/access";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { uploadAnswersAction } from "./actions";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("IntakePage");
  return { title: t("title") };
}

const points = ["columns", "organisations", "people", "places", "consents", "times"] as const;

export default async function IntakePage({ params }: Props) {
  const [t, tImport, locale, actor, { event: slug }] = await Promise.all([getTranslations("IntakePage"), getTranslations("Import.upload"), getLocale(), getActor(), params]);
  const event = await readPage(requireModerator(actor, slug, locale));
  return (
    <Container>
      <PageHeader
        title={t("title")}
        intro={t("intro")}
        action={<Link href={`/moderation/${slug}/registrations`} prefetch={false} className={buttonClass("secondary", "small")}>{t("back")}</Link>}
      />
      <Card>
        <h2 className="mb-5 text-2xl font-bold">{tImport("title")}</h2>
        <Form action={uploadAnswersAction} label={tImport("title")}>
          <input type="hidden" name="event" value={event.slug} />
          <FileField name="file" label={tImport("file")} hint={tImport("fileHint")} accept=".csv,.txt,text/csv,text/plain" />
          <SubmitButton>{tImport("submit")}</SubmitButton>
        </Form>
      </Card>
      <Section title={t("rules.title")}>
        <ul className="max-w-3xl list-disc space-y-2 pl-6">{points.map((point) => <li key={point}>{t(`rules.${point}`)}</li>)}</ul>
      </Section>
    </Container>
  );
}

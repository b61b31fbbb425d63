import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/form/choice-field";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { listOrganisedProgrammes } from "@/domain/programme/queries";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { FileFormat } from "./_components/file-format";
import { uploadAction } from "./actions";

export async function generateMetadata() {
  const t = await getTranslations("Import");
  return { title: t("title") };
}

export default async function ImportPage() {
  const [t, locale, actor] = await Promise.all([getTranslations("Import"), getLocale(), getActor()]);
  const found = await readPage(listOrganisedProgrammes(actor));
  if (found.length === 0) notFound();
  const programmes = found.map(({ slug, texts }) => ({ slug, name: texts.find((text) => text.locale === locale)?.name ?? slug }));
  const options = programmes.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <Container>
      <PageHeader title={t("title")} intro={t("intro")} />
      <Card>
        <h2 className="mb-5 text-2xl font-bold">{t("upload.title")}</h2>
        <Form action={uploadAction} label={t("upload.title")}>
          {options.length > 1 ? (
            <SelectField name="programme" label={t("upload.programme")} options={options} />
          ) : (
            <input type="hidden" name="programme" value={options[0]?.value} />
          )}
          <FileField name="file" label={t("upload.file")} hint={t("upload.fileHint")} accept=".csv,.txt,text/csv,text/plain" />
          <SubmitButton>{t("upload.submit")}</SubmitButton>
        </Form>
      </Card>
      <FileFormat programmes={programmes} />
    </Container>
  );
}

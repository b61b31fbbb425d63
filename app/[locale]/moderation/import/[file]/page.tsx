import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert, Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Container, PageHeader } from "@/components/ui/surface";
import { getImportFile } from "@/domain/import/queries/preview-import";
import { type LineReport, outcomes } from "@/domain/import/schema";
import { idSchema } from "@/domain/input";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { confirmAction } from "../actions";
import { DryRunTable } from "./_components/dry-run-table";

type Props = { params: Promise<{ file: string }> };

/** Read once for the title and the page. */
const getFile = cache(async (id: string) => readPage(getImportFile(await getActor(), id)));

async function readFile(params: Props["params"]) {
  const id = idSchema.safeParse((await params).file);
  return id.success ? getFile(id.data) : notFound();
}

export async function generateMetadata({ params }: Props) {
  const [t, { name }] = await Promise.all([getTranslations("Import.dryRun"), readFile(params)]);
  return { title: t("metaTitle", { file: name }) };
}

async function Counts({ lines }: { lines: LineReport[] }) {
  const t = await getTranslations("Import.counts");
  const counts = outcomes.map((outcome) => ({ outcome, count: lines.filter((line) => line.outcome === outcome).length }));
  return (
    <ul className="mb-6 flex flex-wrap gap-2">
      {counts.filter(({ count }) => count > 0).map(({ outcome, count }) => (
        <li key={outcome}><Badge>{t(outcome, { count })}</Badge></li>
      ))}
    </ul>
  );
}

export default async function DryRunPage({ params }: Props) {
  const [t, locale, file] = await Promise.all([getTranslations("Import.dryRun"), getLocale(), readFile(params)]);
  const { programme, lines } = file;
  const name = programme.texts.find((text) => text.locale === locale)?.name ?? programme.slug;
  const count = lines.filter(({ outcome }) => outcome === "create").length;
  const hasSuspicious = lines.some(({ outcome }) => outcome === "suspicious");
  return (
    <Container wide>
      <PageHeader
        title={t("title")}
        intro={t("intro", { file: file.name, programme: name })}
        action={<Link href="/moderation/import" className={buttonClass("secondary")}>{t("another")}</Link>}
      />
      {file.importedAt ? (
        <div className="mb-6">
          <Alert tone={file.created > 0 ? "success" : "neutral"} live>
            {file.created > 0 ? t("done", { count: file.created }) : t("doneNothing")}
          </Alert>
        </div>
      ) : null}
      <Counts lines={lines} />
      <Form action={confirmAction} label={t("title")}>
        <input type="hidden" name="file" value={file.id} />
        <DryRunTable lines={lines} />
        {count > 0 || hasSuspicious ? (
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{t("confirm", { count })}</SubmitButton>
            {hasSuspicious ? <p className="text-muted">{t("confirmHint")}</p> : null}
          </div>
        ) : (
          <p>{t("nothing")}</p>
        )}
      </Form>
    </Container>
  );
}

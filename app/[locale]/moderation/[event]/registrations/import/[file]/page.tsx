import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Alert, Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Container, PageHeader, Section } from "@/components/ui/surface";
import { idSchema } from "@/domain/input";
import { getIntake } from "@/domain/intake/queries/preview-intake";
import { type AnswerReport, answerOutcomes } from "@/domain/intake/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { AnswersForm } from "./_components/answers-form";
import { ColumnsForm } from "./_components/columns-form";

type Props = { params: Promise<{ event: string; file: string }> };

/** Read once for the title and the page. */
const getFile = cache(async (event: string, id: string) => readPage(getIntake(await getActor(), event, id)));

async function readFile(params: Props["params"]) {
  const { event, file } = await params;
  const id = idSchema.safeParse(file);
  return id.success ? getFile(event, id.data) : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { name }] = await Promise.all([getTranslations("IntakePage"), readFile(params)]);
  return { title: t("metaTitle", { file: name }) };
}

async function Counts({ lines }: { lines: AnswerReport[] }) {
  const t = await getTranslations("IntakePage.counts");
  const counts = answerOutcomes.map((outcome) => ({ outcome, count: lines.filter((line) => line.outcome === outcome).length }));
  return (
    <ul className="mb-6 flex flex-wrap gap-2">
      {counts.filter(({ count }) => count > 0).map(({ outcome, count }) => <li key={outcome}><Badge>{t(outcome, { count })}</Badge></li>)}
    </ul>
  );
}

export default async function AnswersPage({ params }: Props) {
  const [t, file] = await Promise.all([getTranslations("IntakePage"), readFile(params)]);
  const { event, created, importedAt, defect, lines } = file;
  return (
    <Container wide>
      <PageHeader
        title={t("dryRunTitle")}
        intro={t("dryRunIntro", { file: file.name })}
        action={<Link href={`/moderation/${event.slug}/registrations/import`} prefetch={false} className={buttonClass("secondary", "small")}>{t("another")}</Link>}
      />
      {importedAt ? (
        <div className="mb-6">
          <Alert tone={created > 0 ? "success" : "neutral"} live>{created > 0 ? t("done", { count: created }) : t("doneNothing")}</Alert>
        </div>
      ) : null}
      <Section title={t("columnsTitle")} intro={t("columnsIntro")}><ColumnsForm file={file} /></Section>
      <div id="lines">
        <Section title={t("linesTitle")}>
          {defect ? <Alert tone="warning">{t(`columnsDefect.${defect}`)}</Alert> : <><Counts lines={lines} /><AnswersForm event={event.slug} file={file.id} lines={lines} /></>}
        </Section>
      </div>
    </Container>
  );
}

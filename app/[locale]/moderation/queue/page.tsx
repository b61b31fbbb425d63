import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";
import { Container, PageHeader, Section } from "@/components/ui/surface";
import { getQueueState } from "@/domain/job/queries";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { DeadLetters } from "./_components/dead-letters";
import { LineTable } from "./_components/line-table";
import { RecurringTable } from "./_components/recurring-table";
import { WorkerTable } from "./_components/worker-table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("QueuePage"))("title") };
}

export default async function QueuePage({ searchParams }: Props) {
  const [query, actor, t] = await Promise.all([searchParams, getActor(), getTranslations("QueuePage")]);
  const { lines, workers, recurring, dead, deadCount } = await readPage(getQueueState(actor));
  const { timeZone } = await getHomeProgramme();
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("title")} intro={t("intro")} />
      <Section title={t("lines")} intro={t("linesIntro")}><LineTable lines={lines} timeZone={timeZone} /></Section>
      <Section title={t("workers")} intro={t("workersIntro")}><WorkerTable workers={workers} timeZone={timeZone} /></Section>
      <Section title={t("dead", { count: deadCount })} intro={t("deadIntro")}><DeadLetters dead={dead} timeZone={timeZone} /></Section>
      <Section title={t("recurring")} intro={t("recurringIntro")}><RecurringTable recurring={recurring} timeZone={timeZone} /></Section>
    </Container>
  );
}

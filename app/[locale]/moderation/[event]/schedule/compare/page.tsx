import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ChangesTable } from "@/components/schedule/changes-table";
import { FiguresTable } from "@/components/schedule/figures-table";
import { buttonClass } from "@/components/ui/button";
import { Container, PageHeader, Section } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { compareSchedules, type SchedulesView } from "@/domain/schedule/queries/compare-schedules";
import { scheduleNameSchema } from "@/domain/schedule/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ChoiceForm, useCandidateText } from "./_components/choice-form";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const nameSchema = scheduleNameSchema.optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ComparePage"))("title") };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor] = await Promise.all([params, searchParams, getLocale(), getActor()]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const wanted = { left: nameSchema.parse(query["left"]), right: nameSchema.parse(query["right"]) };
  const view = await readPage(compareSchedules(actor, slug, locale, wanted));
  const t = await getTranslations("ComparePage");
  const action = <Link href={`/moderation/${slug}/schedule`} className={buttonClass("secondary", "small")}>{t("toSchedule")}</Link>;
  return (
    <Container wide>
      <PageHeader title={t("title")} intro={t("intro")} action={action} />
      <ChoiceForm view={view} />
      <Comparison view={view} />
    </Container>
  );
}

async function Comparison({ view: { event, left, right, changes, names, places } }: { view: SchedulesView }) {
  const t = await getTranslations("ComparePage");
  return (
    <>
      <Section title={t("figures")}><Figures view={{ event, left, right }} /></Section>
      <Section title={t("changes")}>
        {changes.length === 0
          ? <p className="text-muted">{t("changesNone")}</p>
          : <ChangesTable title={t("changes")} changes={changes} context={{ timeZone: event.timeZone, ...places, names }} />}
      </Section>
    </>
  );
}

async function Figures({ view: { event, left, right } }: { view: Pick<SchedulesView, "event" | "left" | "right"> }) {
  const t = await getTranslations("ComparePage");
  return <FiguresOf title={t("figures")} timeZone={event.timeZone} left={left} right={right} />;
}

function FiguresOf({ title, timeZone, left, right }: { title: string; timeZone: string } & Pick<SchedulesView, "left" | "right">) {
  const textOf = useCandidateText(timeZone);
  const side = ({ candidate, figures }: SchedulesView["left"]) => ({ label: textOf(candidate), figures });
  return <FiguresTable title={title} left={side(left)} right={side(right)} />;
}

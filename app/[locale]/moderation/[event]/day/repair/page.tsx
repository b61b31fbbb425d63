import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { getPlan } from "@/domain/day/queries/get-plan";
import { boardAddress, causeSchema } from "@/domain/day/schema";
import { slugSchema } from "@/domain/input";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ApplyForm } from "./_components/apply-form";
import { Consequences } from "./_components/consequences";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("DayRepair");
  return { title: t("title") };
}

/** What becomes of the day without a person or a room: looked at here, before anybody is told. */
export default async function DayRepairPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor, t] = await Promise.all([params, searchParams, getLocale(), getActor(), getTranslations("DayRepair")]);
  const cause = causeSchema.safeParse(query);
  if (!slugSchema.safeParse(slug).success || !cause.success) notFound();
  const plan = await readPage(getPlan(actor, slug, cause.data, locale));
  const { about, changes, after } = plan;
  const action = <Link href={boardAddress(slug, {})} className={buttonClass("secondary", "small")}>{t("back")}</Link>;
  const isOpen = about.kind === "room" ? !about.isClosed : about.isGone;
  const content = () => {
    if (after === null) return <EmptyState title={t("notReleased")} />;
    if (!isOpen) return <EmptyState title={t(about.kind === "room" ? "roomIsClosed" : "personIsHere")} />;
    if (changes.length === 0 && about.kind === "person") return <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>;
    return (
      <>
        {changes.length > 0 ? <Consequences plan={plan} /> : <Alert tone="primary" title={t("roomUnused")} />}
        <ApplyForm plan={plan} after={after} />
      </>
    );
  };
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={about.kind === "room" ? t("withoutRoom", { room: about.name }) : t("withoutPerson", { person: about.name, organisation: about.organisation })} intro={t("intro")} action={action} />
      {content()}
    </Container>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { getRepair } from "@/domain/schedule/queries/get-repair";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ApplyForm } from "./_components/apply-form";
import { ChangeTable } from "./_components/change-table";
import { LeftList } from "./_components/left-list";
import { Outcome } from "./_components/outcome";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("RepairPage"))("title") };
}

/** The smallest change that repairs the draft: looked at here, before anything is saved. */
export default async function RepairPage({ params }: Props) {
  const [{ event: slug }, locale, actor] = await Promise.all([params, getLocale(), getActor()]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const repair = await readPage(getRepair(actor, slug, locale));
  const t = await getTranslations("RepairPage");
  const action = <Link href={`/moderation/${slug}/schedule`} className={buttonClass("secondary", "small")}>{t("toDraft")}</Link>;
  const header = <PageHeader title={t("title")} intro={t("intro")} action={action} />;
  if (!repair.isReleased) return <Container wide>{header}<EmptyState title={t("notReleasedTitle")}>{t("notReleasedText")}</EmptyState></Container>;
  if (repair.open + repair.impossible === 0) return <Container wide>{header}<EmptyState title={t("wholeTitle")}>{t("wholeText")}</EmptyState></Container>;
  return (
    <Container wide>
      {header}
      {repair.changes.length === 0 ? <Alert tone="warning" title={t("noneTitle")}>{t("noneText")}</Alert> : (
        <>
          <Outcome repair={repair} />
          <ChangeTable repair={repair} />
          <ApplyForm repair={repair} />
        </>
      )}
      <LeftList repair={repair} />
    </Container>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Reasons } from "@/components/directory/reasons";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { getPairing, type PairView } from "@/domain/schedule/queries/get-pairing";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ChoiceForm } from "./_components/choice-form";
import { PairForm } from "./_components/pair-form";
import { SideCard } from "./_components/side-card";
import { Weight } from "./_components/weight";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const quietSlug = slugSchema.optional().catch(undefined);
const querySchema = z.object({ left: quietSlug, right: quietSlug });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("PairingPage"))("title") };
}

export default async function PairingPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor] = await Promise.all([params, searchParams, getLocale(), getActor()]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const { left, right } = querySchema.parse(query);
  const pairing = await readPage(getPairing(actor, slug, locale, { left, right }));
  const t = await getTranslations("PairingPage");
  const { pair, choices, event } = pairing;
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader
        title={t("title")}
        intro={t("intro")}
        action={<Link href={`/moderation/${event.slug}/pairing/suggest`} className={buttonClass("secondary", "small")}>{t("suggest")}</Link>}
      />
      {choices.length < 2 ? <EmptyState title={t("few")} /> : <ChoiceForm pairing={pairing} chosen={{ left, right }} />}
      {pair ? <SideBySide pair={pair} event={event} /> : null}
      {pair === null && choices.length >= 2 ? <p className="text-muted">{t("chooseTwo")}</p> : null}
    </Container>
  );
}

async function SideBySide({ pair, event }: { pair: PairView; event: { slug: string; timeZone: string } }) {
  const t = await getTranslations("PairingPage");
  return (
    <>
      <h2 className="sr-only">{t("sideTitle")}</h2>
      <Weight pair={pair} timeZone={event.timeZone} />
      {pair.reasons.length > 0 ? (
        <div className="mt-4">
          <h3 className="mb-3 text-xl font-bold">{t("reasons", { name: pair.left.card.name })}</h3>
          <Reasons reasons={pair.reasons} most={8} />
        </div>
      ) : null}
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        <SideCard side={pair.left} />
        <SideCard side={pair.right} />
      </div>
      <div className="mt-10"><PairForm pair={pair} slug={event.slug} /></div>
    </>
  );
}

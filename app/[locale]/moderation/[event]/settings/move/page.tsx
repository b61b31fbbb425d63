import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EventTime } from "@/components/event/event-summary";
import { Alert } from "@/components/ui/badge";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { previewMove } from "@/domain/alteration/queries/preview-move";
import { type WantedTimes, wantedTimesSchema } from "@/domain/alteration/schema";
import { localTime } from "@/domain/time";
import { formatZone } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { MoveEffectsPart } from "./_components/move-effects-part";
import { TimesForm } from "./_components/times-form";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ event: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("MoveEvent");
  return { title: t("title") };
}

/** The time that the address names; null where it names none, or nothing that is one. */
function readWanted(query: Query): { wanted: WantedTimes | null; isBroken: boolean } {
  const { success, data } = wantedTimesSchema.safeParse(query);
  return { wanted: success ? data : null, isBroken: !success && (query["startsAt"] !== undefined || query["endsAt"] !== undefined) };
}

export default async function MoveEventPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { wanted, isBroken } = readWanted(query);
  const { inside, event, preview } = await readPage(previewMove(await getActor(), slug, wanted, locale));
  const [t, tError] = await Promise.all([getTranslations("MoveEvent"), getTranslations("Errors")]);
  const shown = wanted ?? { startsAt: localTime(event.startsAt, event.timeZone), endsAt: localTime(event.endsAt, event.timeZone) };
  return (
    <Container>
      <p className="mb-6"><Link href={`/moderation/${event.slug}/settings`} prefetch={false} className="underline">{t("back")}</Link></p>
      <PageHeader title={t("title")} intro={t("intro")} eyebrow={<span lang={inside.textLocale}>{inside.title}</span>} />
      <Card className="max-w-3xl space-y-6">
        <div>
          <h2 className="mb-1 text-2xl font-bold">{t("now")}</h2>
          <EventTime event={event} />
        </div>
        <TimesForm event={event.slug} shown={shown} zone={formatZone(preview?.ok ? preview.value.plan.startsAt : event.startsAt, locale, event.timeZone)} />
        {isBroken ? <Alert tone="danger" live>{tError("invalid")}</Alert> : null}
        {preview && !preview.ok ? <Alert tone="danger" live>{tError(preview.reason)}</Alert> : null}
      </Card>
      {wanted && preview?.ok ? <MoveEffectsPart event={event} wanted={wanted} {...preview.value} /> : null}
    </Container>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import { BookmarkButton } from "@/components/directory/bookmark-button";
import { DirectoryView } from "@/components/directory/directory-view";
import { EventNav } from "@/components/event/event-nav";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, PageHeader } from "@/components/ui/surface";
import { requireEventViewpoint } from "@/domain/directory/access";
import { readDirectory } from "@/domain/directory/queries/read-directory";
import { parseDirectory } from "@/domain/directory/schema";
import { listSlots } from "@/domain/event/queries";
import { formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { noteShown } from "@/server/shown";
import { bookmarkAction, dismissAction, undoDismissalAction } from "../../../partners/actions";
import { saveSearchAction } from "../../../searches/actions";

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  const t = await getTranslations("Directory");
  return { title: t("title") };
}

export default async function EventPartnersPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const query = await searchParams;
  const t = await getTranslations("Directory");
  const locale = await getLocale();
  const actor = await getActor();
  const { event, place } = await readPage(requireEventViewpoint(actor, slug, locale));
  const slots = await listSlots(event.id);
  const { bookmarks, ...data } = await readPage(readDirectory(actor, place, parseDirectory(query), locale));
  await noteShown(actor, place, data.suggestions);
  const slotOptions = slots.map(({ number, startsAt, endsAt }) => ({ number, label: formatTimes(startsAt, endsAt, locale, event.timeZone) }));
  return (
    <Container wide>
      <EventNav event={event} current="partners" />
      <Notice code={query["notice"]} />
      <PageHeader title={t("title")} eyebrow={t("acting", { name: place.own.name })} intro={t("eventIntro")} />
      <DirectoryView
        path={`/events/${slug}/partners`}
        data={{ ...data, own: place.own, slots: slotOptions }}
        bookmark={(card) => <BookmarkButton organisation={card} isOn={bookmarks.has(card.id)} event={slug} action={bookmarkAction} />}
        save={saveSearchAction}
        dismissing={{ dismiss: dismissAction, undo: undoDismissalAction, event: slug, timeZone: event.timeZone }}
        action={(card) => (
          <Link href={`/events/${slug}/ask/${card.slug}`} prefetch={false} aria-label={t("askLabel", { name: card.name })} className={buttonClass("primary", "small")}>
            {t("ask")}
          </Link>
        )}
      />
    </Container>
  );
}

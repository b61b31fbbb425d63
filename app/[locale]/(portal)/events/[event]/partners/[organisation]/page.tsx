import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BookmarkButton } from "@/components/directory/bookmark-button";
import { MatchReasons } from "@/components/directory/match-reasons";
import { EventNav } from "@/components/event/event-nav";
import { ProfileView } from "@/components/organisation/profile-view";
import { buttonClass } from "@/components/ui/button";
import { Container } from "@/components/ui/surface";
import { requireEventViewpoint } from "@/domain/directory/access";
import { explainPartner } from "@/domain/directory/queries/explain-partner";
import { listBookmarks } from "@/domain/directory/queries/search-directory";
import { slugSchema } from "@/domain/input";
import { getVisibleProfile } from "@/domain/organisation/queries";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { bookmarkAction, dismissAction, undoDismissalAction } from "../../../../partners/actions";

type Props = { params: Promise<{ event: string; organisation: string }> };

// Title and page read the same rows once.
const readPartner = cache(async (event: string, slug: string) => {
  if (!slugSchema.safeParse(slug).success) notFound();
  const actor = await getActor();
  const viewpoint = await readPage(requireEventViewpoint(actor, event, await getLocale()));
  const { profile } = await readPage(getVisibleProfile(actor, slug, viewpoint.place));
  return { actor, ...viewpoint, profile };
});

export async function generateMetadata({ params }: Props) {
  const { event, organisation } = await params;
  const { profile } = await readPartner(event, organisation);
  return { title: profile.name };
}

export default async function EventPartnerPage({ params }: Props) {
  const { event: eventSlug, organisation } = await params;
  const { actor, event, place, profile } = await readPartner(eventSlug, organisation);
  const t = await getTranslations("Directory");
  const [explained, bookmarks] = await Promise.all([explainPartner(place, profile.id), listBookmarks(actor, place.programmeId)]);
  const isOwn = profile.id === place.own.id;
  return (
    <Container>
      <EventNav event={event} current="partners" />
      <p className="mb-6">
        <Link href={`/events/${eventSlug}/partners`} className="inline-flex min-h-8 items-center underline">{t("backToList")}</Link>
      </p>
      <ProfileView
        profile={profile}
        isAcrossBorder={profile.country !== place.own.country}
        action={isOwn ? null : (
          <div className="flex flex-wrap items-start gap-3">
            <Link href={`/events/${eventSlug}/ask/${profile.slug}`} className={buttonClass("primary", "small")}>{t("ask")}</Link>
            <BookmarkButton organisation={profile} isOn={bookmarks.has(profile.id)} event={eventSlug} action={bookmarkAction} />
          </div>
        )}
      >
        {isOwn ? null : <MatchReasons partner={profile} {...explained} dismissing={{ dismiss: dismissAction, undo: undoDismissalAction, event: eventSlug }} />}
      </ProfileView>
    </Container>
  );
}

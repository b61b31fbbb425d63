import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BookmarkButton } from "@/components/directory/bookmark-button";
import { MatchReasons } from "@/components/directory/match-reasons";
import { ProfileView } from "@/components/organisation/profile-view";
import { Container } from "@/components/ui/surface";
import { requireViewpoint } from "@/domain/directory/access";
import { explainPartner } from "@/domain/directory/queries/explain-partner";
import { listBookmarks } from "@/domain/directory/queries/search-directory";
import { slugSchema } from "@/domain/input";
import { getVisibleProfile } from "@/domain/organisation/queries";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { bookmarkAction, dismissAction, undoDismissalAction } from "../actions";

type Props = { params: Promise<{ organisation: string }> };

// Title and page read the same rows once.
const readPartner = cache(async (slug: string) => {
  if (!slugSchema.safeParse(slug).success) notFound();
  const actor = await getActor();
  const place = await readPage(requireViewpoint(actor, (await getHomeProgramme()).id));
  const { profile } = await readPage(getVisibleProfile(actor, slug, place));
  return { actor, place, profile };
});

export async function generateMetadata({ params }: Props) {
  const { profile } = await readPartner((await params).organisation);
  return { title: profile.name };
}

export default async function PartnerPage({ params }: Props) {
  const { actor, place, profile } = await readPartner((await params).organisation);
  const t = await getTranslations("Directory");
  const [explained, bookmarks] = await Promise.all([explainPartner(place, profile.id), listBookmarks(actor, place.programmeId)]);
  return (
    <Container>
      <p className="mb-6"><Link href="/partners" className="inline-flex min-h-8 items-center underline">{t("backToList")}</Link></p>
      <ProfileView
        profile={profile}
        isAcrossBorder={profile.country !== place.own.country}
        action={<BookmarkButton organisation={profile} isOn={bookmarks.has(profile.id)} action={bookmarkAction} />}
      >
        <MatchReasons partner={profile} {...explained} dismissing={{ dismiss: dismissAction, undo: undoDismissalAction }} />
      </ProfileView>
    </Container>
  );
}

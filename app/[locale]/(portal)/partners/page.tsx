import { getLocale, getTranslations } from "next-intl/server";
import { BookmarkButton } from "@/components/directory/bookmark-button";
import { DirectoryView } from "@/components/directory/directory-view";
import { Notice } from "@/components/layout/notice";
import { Container, PageHeader } from "@/components/ui/surface";
import { requireViewpoint } from "@/domain/directory/access";
import { readDirectory } from "@/domain/directory/queries/read-directory";
import { parseDirectory } from "@/domain/directory/schema";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { noteShown } from "@/server/shown";
import { bookmarkAction, dismissAction, undoDismissalAction } from "./actions";
import { saveSearchAction } from "../searches/actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("Directory");
  return { title: t("title") };
}

export default async function PartnersPage({ searchParams }: Props) {
  const params = await searchParams;
  const t = await getTranslations("Directory");
  const locale = await getLocale();
  const actor = await getActor();
  const programme = await getHomeProgramme();
  const place = await readPage(requireViewpoint(actor, programme.id));
  const { bookmarks, ...data } = await readPage(readDirectory(actor, place, parseDirectory(params), locale));
  await noteShown(actor, place, data.suggestions);
  return (
    <Container wide>
      <Notice code={params["notice"]} />
      <PageHeader title={t("title")} eyebrow={t("acting", { name: place.own.name })} intro={t("intro")} />
      <DirectoryView
        path="/partners"
        data={{ ...data, own: place.own, slots: [] }}
        bookmark={(card) => <BookmarkButton organisation={card} isOn={bookmarks.has(card.id)} action={bookmarkAction} />}
        save={saveSearchAction}
        dismissing={{ dismiss: dismissAction, undo: undoDismissalAction, timeZone: programme.timeZone }}
      />
    </Container>
  );
}

import { useTranslations } from "next-intl";
import { Pages } from "@/components/layout/pages";
import { buttonClass } from "@/components/ui/button";
import { Section } from "@/components/ui/surface";
import { type Board, boardAddress, type BoardView, personShows } from "@/domain/day/schema";
import { Link } from "@/i18n/navigation";
import { PersonLine } from "./person-line";

/** Participants by where they are; those of a searched name wherever they are. */
export function PersonList({ board, view }: { board: Board; view: BoardView }) {
  const t = useTranslations("DayPage");
  const { event, counts, persons, list, listCount } = board;
  const address = (more: Partial<BoardView>) => `${boardAddress(event.slug, { ...view, ...more })}#people`;
  return (
    <Section title={t("people")} id="people" intro={view.q === "" ? null : t("found", { count: board.personCount, q: view.q })}>
      {view.q === "" ? (
        <nav aria-label={t("peopleFilter")} className="mb-5 flex flex-wrap gap-2">
          {personShows.map((people) => (
            <Link key={people} href={address({ people, list: 1 })} prefetch={false} aria-current={people === view.people ? "page" : undefined} className={buttonClass(people === view.people ? "primary" : "secondary", "small")}>
              {t("stateCount", { state: t(`state.${people}`), count: counts[people] })}
            </Link>
          ))}
        </nav>
      ) : <Link href={address({ q: "", list: 1, page: 1 })} prefetch={false} className={`${buttonClass("secondary", "small")} mb-5`}>{t("clear")}</Link>}
      {persons.length === 0 ? <p className="text-muted">{t("nobody")}</p> : null}
      <ul className="grid gap-3 md:grid-cols-2">
        {persons.map((person) => <li key={person.registrationId} className="min-w-0 rounded-xl border border-line bg-surface px-4 py-3"><PersonLine person={person} board={board} view={view} /></li>)}
      </ul>
      <Pages page={list} pages={listCount} address={(wanted) => address({ list: wanted })} />
    </Section>
  );
}

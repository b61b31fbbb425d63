import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/classes";
import { type Board, type BoardView, roomShows } from "@/domain/day/schema";
import { getPathname } from "@/i18n/navigation";

/** Which rooms, and whose: a plain form whose result has an address of its own. */
export function FilterForm({ board: { event }, view }: { board: Board; view: BoardView }) {
  const t = useTranslations("DayPage");
  const locale = useLocale();
  return (
    <form key={`${view.show} ${view.q}`} action={getPathname({ href: `/moderation/${event.slug}/day`, locale })} aria-label={t("filter")} className="grid items-end gap-4 sm:grid-cols-[1fr_2fr_auto]">
      <input type="hidden" name="people" value={view.people} />
      <div className="min-w-0">
        <label htmlFor="day-show" className="mb-1.5 block font-semibold">{t("show")}</label>
        <select id="day-show" name="show" defaultValue={view.show} className={controlClass}>
          {roomShows.map((show) => <option key={show} value={show}>{t(`shows.${show}`)}</option>)}
        </select>
      </div>
      <div className="min-w-0">
        <label htmlFor="day-q" className="mb-1.5 block font-semibold">{t("q")}</label>
        <input id="day-q" type="search" name="q" defaultValue={view.q} maxLength={100} className={controlClass} />
      </div>
      <Button>{t("apply")}</Button>
    </form>
  );
}

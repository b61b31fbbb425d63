import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { getPrintables } from "@/domain/schedule/queries/get-printables";
import { compareWords, formatTimes } from "@/i18n/format";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { PrintFrame } from "../_components/print-frame";
import { Sheet } from "../_components/sheet";
import { SideCell } from "../_components/side-cell";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("PrintPage"))("interpreters") };
}

/** A sheet for each interpreter: where they translate, and when. */
export default async function PrintInterpretersPage({ params }: Props) {
  const [{ event: slug }, locale, actor, t] = await Promise.all([params, getLocale(), getActor(), getTranslations("PrintPage")]);
  const data = await readPage(getPrintables(actor, slug, locale));
  const { event, slots, rooms } = data;
  const translated = data.meetings.filter(({ interpreter }) => interpreter !== null);
  const byName = Map.groupBy(translated, ({ interpreter }) => interpreter ?? "");
  const roomNames = new Map(rooms.map(({ id, name }) => [id, name]));
  return (
    <PrintFrame title={t("interpreters")} data={{ ...data, meetings: translated }}>
      {[...byName].toSorted(([a], [b]) => compareWords(locale)(a, b)).map(([name, meetings]) => (
        <Sheet
          key={name}
          title={name}
          event={event}
          head={[t("time"), t("room"), t("first"), t("second")]}
          rows={slots.flatMap((slot) => meetings.filter(({ slotId }) => slotId === slot.id).map(({ id, roomId, sides }) => ({
            key: id,
            time: formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone),
            cells: [roomNames.get(roomId) ?? "–", ...sides.map((side) => <SideCell key={side.registrationId} side={side} />)],
          })))}
        />
      ))}
    </PrintFrame>
  );
}

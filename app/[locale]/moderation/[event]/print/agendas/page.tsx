import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { getPrintables, type PrintSide } from "@/domain/schedule/queries/get-printables";
import { compareWords, formatTimes } from "@/i18n/format";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { PrintFrame } from "../_components/print-frame";
import { Sheet } from "../_components/sheet";
import { SideCell } from "../_components/side-cell";
import { Understanding } from "../_components/understanding";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("PrintPage"))("agendas") };
}

/** A sheet for each participant who has a meeting, to be handed out at the door. */
export default async function PrintAgendasPage({ params }: Props) {
  const [{ event: slug }, locale, actor, t] = await Promise.all([params, getLocale(), getActor(), getTranslations("PrintPage")]);
  const data = await readPage(getPrintables(actor, slug, locale));
  const { event, slots, rooms, meetings } = data;
  const compare = compareWords(locale);
  const people = [...new Map(meetings.flatMap(({ sides }) => sides.map((side): [string, PrintSide] => [side.registrationId, side]))).values()]
    .toSorted((a, b) => compare(a.organisation, b.organisation) || compare(a.personName, b.personName));
  const own = Map.groupBy(meetings.flatMap((meeting) => meeting.sides.map((side) => ({ meeting, id: side.registrationId }))), ({ id }) => id);
  const roomNames = new Map(rooms.map(({ id, name }) => [id, name]));
  return (
    <PrintFrame title={t("agendas")} data={data}>
      {people.map(({ registrationId, personName, organisation }) => (
        <Sheet
          key={registrationId}
          title={personName}
          about={organisation}
          event={event}
          head={[t("time"), t("room"), t("with"), t("languages")]}
          rows={slots.flatMap((slot) => (own.get(registrationId) ?? []).filter(({ meeting }) => meeting.slotId === slot.id).map(({ meeting }) => {
            const other = meeting.sides.find((side) => side.registrationId !== registrationId);
            return {
              key: meeting.id,
              time: formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone),
              cells: [
                roomNames.get(meeting.roomId) ?? "–",
                other ? <SideCell key="partner" side={other} /> : "–",
                <Understanding key="languages" meeting={meeting} />,
              ],
            };
          }))}
        />
      ))}
    </PrintFrame>
  );
}

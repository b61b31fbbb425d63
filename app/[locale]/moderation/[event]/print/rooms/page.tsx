import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { getPrintables } from "@/domain/schedule/queries/get-printables";
import { formatTimes } from "@/i18n/format";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { PrintFrame } from "../_components/print-frame";
import { Sheet } from "../_components/sheet";
import { SideCell } from "../_components/side-cell";
import { Understanding } from "../_components/understanding";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("PrintPage"))("rooms") };
}

/** A sheet for the door of each room, or for each table. */
export default async function PrintRoomsPage({ params }: Props) {
  const [{ event: slug }, locale, actor, t] = await Promise.all([params, getLocale(), getActor(), getTranslations("PrintPage")]);
  const data = await readPage(getPrintables(actor, slug, locale));
  const { event, slots, rooms, meetings } = data;
  const used = rooms.filter(({ id }) => meetings.some(({ roomId }) => roomId === id));
  return (
    <PrintFrame title={t("rooms")} data={data}>
      {used.map((room) => (
        <Sheet
          key={room.id}
          title={room.name}
          event={event}
          head={[t("time"), t("first"), t("second"), t("languages")]}
          rows={slots.flatMap((slot) => meetings.filter(({ slotId, roomId }) => slotId === slot.id && roomId === room.id).map((meeting) => ({
            key: meeting.id,
            time: formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone),
            cells: [
              ...meeting.sides.map((side) => <SideCell key={side.registrationId} side={side} />),
              <Understanding key="languages" meeting={meeting} />,
            ],
          })))}
        />
      ))}
    </PrintFrame>
  );
}

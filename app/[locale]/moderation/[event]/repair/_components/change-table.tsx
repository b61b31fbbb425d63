import { useLocale, useTranslations } from "next-intl";
import { pairOf } from "@/components/schedule/board";
import { ChangeGrid } from "@/components/schedule/changes-table";
import { Section } from "@/components/ui/surface";
import type { RepairView } from "@/domain/schedule/queries/get-repair";
import type { Entry } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";

/** Meeting by meeting: from where to where. */
export function ChangeTable({ repair: { changes, draft, event } }: { repair: RepairView }) {
  const t = useTranslations("RepairPage");
  const locale = useLocale();
  const pair = (meetingId: string) => {
    const meeting = draft.meetings.find(({ id }) => id === meetingId);
    return meeting ? t("pair", pairOf(meeting)) : "–";
  };
  const place = ({ slotId, roomId }: Entry) => {
    const slot = draft.slots.find(({ id }) => id === slotId);
    const room = draft.rooms.find(({ id }) => id === roomId);
    return t("place", { time: slot ? formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone) : "–", room: room?.name ?? "–" });
  };
  const kinds = { new: t("kind.new"), moved: t("kind.moved"), room: t("kind.room"), gone: t("kind.gone") };
  return (
    <Section title={t("changes")}>
      <ChangeGrid title={t("changes")} head={[t("meeting"), t("change"), t("before"), t("after")]} changes={changes} text={{ kinds, pair, place }} />
    </Section>
  );
}

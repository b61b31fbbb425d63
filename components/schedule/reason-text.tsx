import { useTranslations } from "next-intl";
import type { DraftMeeting } from "@/domain/schedule/schema";
import type { DraftReason } from "@/domain/schedule/solver/from-draft";

/** Why a meeting has no place, in one sentence. */
export function ReasonText({ reason, meeting }: { reason: DraftReason; meeting: Pick<DraftMeeting, "sides"> }) {
  const t = useTranslations("ScheduleReasons");
  switch (reason.reason) {
    case "too_many_meetings": {
      const person = meeting.sides.find(({ userId }) => userId === reason.participant)?.personName ?? "–";
      return t("too_many_meetings", { person, meetings: reason.meetings, slots: reason.slots });
    }
    case "common_slots_taken":
      return t("common_slots_taken", { slots: reason.slots });
    case "rooms_full":
      return t("rooms_full", { rooms: reason.rooms });
    default:
      return t(reason.reason);
  }
}

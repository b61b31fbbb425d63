import { useLocale, useTranslations } from "next-intl";
import { type Board, pairOf } from "@/components/schedule/board";
import { Section } from "@/components/ui/surface";
import type { Conflict, ConflictPart } from "@/domain/schedule/solver/answer";
import { formatList, formatTimes } from "@/i18n/format";

type Props = { conflict: Conflict; board: Board };

/** A smallest set of things that do not go together, each in a sentence. */
export function ConflictList({ conflict, board }: Props) {
  const t = useTranslations("ScheduleConflict");
  const describe = usePartText(board);
  return (
    <Section title={t("title")} intro={t("intro")}>
      <ul className="list-disc space-y-1 pl-5">
        {conflict.parts.map((part) => <li key={JSON.stringify(part)}>{describe(part)}</li>)}
      </ul>
    </Section>
  );
}

function usePartText({ event, draft, slots, rooms, meetings }: Board): (part: ConflictPart) => string {
  const t = useTranslations("ScheduleConflict");
  const tChanges = useTranslations("ScheduleChanges");
  const locale = useLocale();
  const persons = new Map(draft.meetings.flatMap(({ sides }) => sides.map((person) => [person.userId, person] as const)));
  const timeOf = (id: string) => {
    const slot = slots.get(id);
    return slot ? formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone) : "–";
  };
  const pair = (id: string) => pairOf(meetings.get(id) ?? { sides: [] });
  return (part) => {
    switch (part.kind) {
      case "meeting":
        return t("meeting", pair(part.meeting));
      case "participant": {
        const person = persons.get(part.participant);
        const names = { person: person?.personName ?? "–", organisation: person?.organisation.name ?? "–" };
        return t("participant", { ...names, meetings: part.meetings, slots: part.slots });
      }
      case "rooms": {
        const names = part.rooms.map((id) => rooms.get(id)?.name ?? "–");
        return t("rooms", { time: timeOf(part.slot), count: names.length, rooms: formatList(names, locale) });
      }
      case "interpreters":
        return t("interpreters", { time: timeOf(part.slot), count: part.interpreters.length });
      case "order":
        return t("order", { left: tChanges("pair", pair(part.earlier)), right: tChanges("pair", pair(part.later)) });
      case "fairness":
        return t("fairness", { difference: part.difference });
    }
  };
}

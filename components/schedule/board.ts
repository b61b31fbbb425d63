import type { SlotTimes } from "@/domain/event/schema";
import { listTranslators } from "@/domain/schedule/rules";
import type { Draft, DraftMeeting, DraftPlacement, RoomInfo, Warning } from "@/domain/schedule/schema";

/** A draft that is ready to be shown: everything by its id, and the warnings by meeting. */
export type Board = {
  event: { slug: string; timeZone: string };
  draft: Draft;
  slots: ReadonlyMap<string, SlotTimes>;
  rooms: ReadonlyMap<string, RoomInfo>;
  meetings: ReadonlyMap<string, DraftMeeting>;
  placements: ReadonlyMap<string, DraftPlacement>;
  warnings: readonly Warning[];
  warningsOf: (meetingId: string) => Warning[];
  /** Name of who would translate in a meeting; null where nobody has to. */
  interpreterOf: (meetingId: string) => string | null;
  /** Meetings that stand in a slot and a room; more than one is a conflict. */
  inCell: (slotId: string, roomId: string) => DraftMeeting[];
};

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

export function toBoard(event: Board["event"], draft: Draft, warnings: readonly Warning[]): Board {
  const meetings = byId(draft.meetings);
  const translators = listTranslators(draft);
  const cells = Map.groupBy(draft.placements, ({ slotId, roomId }) => `${slotId} ${roomId}`);
  return {
    event,
    draft,
    slots: byId(draft.slots),
    rooms: byId(draft.rooms),
    meetings,
    placements: new Map(draft.placements.map((placement) => [placement.meetingId, placement])),
    warnings,
    warningsOf: (meetingId) => warnings.filter(({ meetingIds }) => meetingIds.includes(meetingId)),
    interpreterOf: (meetingId) => draft.interpreters.find(({ id }) => id === translators.get(meetingId))?.name ?? null,
    inCell: (slotId, roomId) => (cells.get(`${slotId} ${roomId}`) ?? []).flatMap(({ meetingId }) => meetings.get(meetingId) ?? []),
  };
}

/** The two names that a meeting goes by. */
export function pairOf(meeting: Pick<DraftMeeting, "sides">): { left: string; right: string } {
  const [left, right] = meeting.sides.map((side) => side.organisation.name);
  return { left: left ?? "–", right: right ?? "–" };
}

import { solveRepair } from "@/domain/schedule/queries/get-repair";
import type { Draft } from "@/domain/schedule/schema";
import { toRepairProblem } from "@/domain/schedule/solver/from-draft";
import { listRepairs } from "@/domain/schedule/solver/repair-draft";
import type { Change } from "./plan-absence";

/**
 * What becomes of the day without a room: its meetings take other rooms at the same time, or as few as possible another
 * time. What has no place yet gets none by that, and what runs elsewhere stays.
 */
export async function planRoom(draft: Draft, roomId: string, from: Date, now: Date): Promise<Change> {
  const placed = new Set(draft.placements.map(({ meetingId }) => meetingId));
  const runs = new Set(draft.slots.filter(({ startsAt }) => startsAt <= now).map(({ id }) => id));
  const without: Draft = {
    ...draft,
    rooms: draft.rooms.map((room) => (room.id === roomId ? { ...room, isClosed: true } : room)),
    meetings: draft.meetings.filter(({ id }) => placed.has(id)),
    placements: draft.placements.map((placement) => ({ ...placement, isLocked: placement.roomId !== roomId && (placement.isLocked || runs.has(placement.slotId)) })),
  };
  const answer = await solveRepair(toRepairProblem(without, from));
  const changes = listRepairs(without, answer.placements, from);
  return {
    removed: changes.flatMap((change) => (change.kind === "gone" ? [change.meetingId] : [])),
    entries: changes.flatMap((change) => (change.kind === "gone" ? [] : [change.after])),
    made: [],
    alone: [],
  };
}

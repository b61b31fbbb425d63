import type { Actor } from "@/domain/actor";
import type { InsideEvent } from "@/domain/event/schema";
import { type Locale, pageOf } from "@/domain/input";
import { commonSlots, lacksLanguage, sharedLanguages } from "../rules";
import type { Draft, DraftMeeting, DraftPlacement } from "../schema";
import type { DraftReason } from "../solver/from-draft";
import { getDraft } from "./get-draft";

/** A meeting of the pool, with what decides whether it can be placed. */
export type PoolMeeting = DraftMeeting & {
  languagesInCommon: string[];
  lacksLanguage: boolean;
  /** Slots in which both are free, before anything is placed. */
  commonSlotIds: string[];
  placement: DraftPlacement | null;
  /** Why it has no place; null where it has one. */
  reason: DraftReason | null;
};

export const poolFilters = ["all", "open", "placed"] as const;
export type PoolFilter = (typeof poolFilters)[number];

export type Pool = {
  event: InsideEvent;
  places: Pick<Draft, "slots" | "rooms">;
  counts: Record<PoolFilter, number>;
  /** One page of the chosen ones; those without a place first. */
  meetings: PoolMeeting[];
  page: number;
  pageCount: number;
};

const pageSize = 50;

function isShown({ placement }: PoolMeeting, filter: PoolFilter): boolean {
  return filter === "all" || (placement === null) === (filter === "open");
}

/** All agreed meetings and pairings of an event, for its moderators. Pages count from 1. Throws NotFound, SignedOut. */
export async function getPool(actor: Actor, eventSlug: string, locale: Locale, { filter, page }: { filter: PoolFilter; page: number }): Promise<Pool> {
  const { event, draft, unplaced } = await getDraft(actor, eventSlug, locale);
  const placements = new Map(draft.placements.map((placement) => [placement.meetingId, placement]));
  const all = draft.meetings.filter(({ isCancelled }) => !isCancelled).map((meeting): PoolMeeting => ({
    ...meeting,
    languagesInCommon: sharedLanguages(meeting.sides),
    lacksLanguage: lacksLanguage(meeting.sides, draft.event.interpretedInto),
    commonSlotIds: commonSlots(meeting.sides, draft.slots),
    placement: placements.get(meeting.id) ?? null,
    reason: unplaced.get(meeting.id) ?? null,
  }));
  const open = all.filter(({ placement }) => placement === null).length;
  const wanted = all.filter((meeting) => isShown(meeting, filter)).toSorted((a, b) => Number(a.placement !== null) - Number(b.placement !== null));
  const { shown: meetings, ...pages } = pageOf(wanted, pageSize, page);
  return {
    event,
    places: { slots: draft.slots, rooms: draft.rooms },
    counts: { all: all.length, open, placed: all.length - open },
    meetings,
    ...pages,
  };
}

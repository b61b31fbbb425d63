import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent, SlotTimes } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import { compareVersions } from "../rules";
import type { Draft, EntryChange } from "../schema";
import { countLetters, type LetterCounts } from "./count-letters";
import { loadPlaces } from "./load-draft";
import { loadEntries } from "./load-release";
import { loadSides } from "./load-sides";

export type VersionSummary = {
  number: number;
  note: string | null;
  releasedAt: Date;
  releasedBy: string | null;
  takenBackAt: Date | null;
  entryCount: number;
};

/** What one version changed against the one before; everything is new in the first. */
export type Comparison = { number: number; before: number | null; changes: EntryChange[] };

export type VersionsView = {
  event: InsideEvent;
  /** The latest first. */
  versions: VersionSummary[];
  comparison: Comparison | null;
  /** Names of both organisations, by meeting. */
  names: Map<string, string[]>;
  places: Pick<Draft, "slots" | "rooms">;
  /** Slots in which people are in breakout rooms now: for each there is a file. */
  breakouts: SlotTimes[];
  /** The mails about the latest version; null where there is none. */
  letters: LetterCounts | null;
};

async function compare(eventId: string, number: number): Promise<Comparison> {
  const [before, after] = await Promise.all([loadEntries(db, eventId, number - 1), loadEntries(db, eventId, number)]);
  return { number, before: number > 1 ? number - 1 : null, changes: compareVersions(before, after) };
}

/** Seats exist only while a schedule is out. */
async function listBreakouts(eventId: string, { slots, rooms }: Pick<Draft, "slots" | "rooms">): Promise<SlotTimes[]> {
  const roomIds = rooms.filter(({ kind }) => kind === "breakout").map(({ id }) => id);
  const used = await db.seat.findMany({
    where: { resourceKind: "room", resourceId: { in: roomIds }, slot: { eventId } },
    distinct: ["slotId"],
    select: { slotId: true },
  });
  return slots.filter(({ id }) => used.some(({ slotId }) => slotId === id));
}

/**
 * All versions of an event's schedule, and what `wanted` (the latest where left out) changed.
 * Throws NotFound (also for a number that no version has), SignedOut.
 */
export async function listVersions(actor: Actor, eventSlug: string, locale: Locale, wanted?: number): Promise<VersionsView> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [rows, places] = await Promise.all([
    db.scheduleVersion.findMany({
      where: { eventId: event.id },
      orderBy: { number: "desc" },
      select: {
        number: true,
        note: true,
        releasedAt: true,
        takenBackAt: true,
        releasedBy: { select: { name: true, email: true } },
        _count: { select: { entries: true } },
      },
    }),
    loadPlaces(db, event.id),
  ]);
  const versions = rows.map(({ releasedBy, _count, ...row }): VersionSummary => ({
    ...row,
    releasedBy: releasedBy?.name ?? releasedBy?.email ?? null,
    entryCount: _count.entries,
  }));
  const shown = wanted ?? versions[0]?.number;
  if (shown === undefined) return { event, versions, comparison: null, names: new Map(), places, breakouts: [], letters: null };
  const comparison = await compare(event.id, found(versions.find(({ number }) => number === shown)).number);
  const [sides, breakouts, letters] = await Promise.all([
    loadSides(db, event.id), listBreakouts(event.id, places), countLetters(event.id, versions[0]?.releasedAt ?? new Date()),
  ]);
  return { event, versions, comparison, names: new Map([...sides].map(([id, { names }]) => [id, names])), places, breakouts, letters };
}

import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import { takesPart } from "@/domain/fit/access";
import { type Locale, pageOf } from "@/domain/input";
import { db } from "@/prisma/client";
import { pairKey } from "../rules";
import { matrixColumns, matrixRows, type MatrixView, type PastObstacle } from "../schema";
import { loadFits } from "./load-fits";
import { loadObstacles } from "./load-obstacles";

/** An organisation of the matrix. `meetings`: agreed ones in the event. */
export type MatrixSide = { id: string; slug: string; name: string; country: string; meetings: number };

/** How two fit and what is between them; null: nothing yet, or only a dismissal, which stays with those who said so. */
export type MatrixCell = { fit: number; state: Exclude<PastObstacle, "dismissed"> | null };

/** `countries`: whose organisations can stand in the rows. `cells`: by row, then by column. */
export type Matrix = {
  event: InsideEvent;
  countries: string[];
  side: string | null;
  rows: MatrixSide[];
  columns: MatrixSide[];
  cells: MatrixCell[][];
  rowPage: number;
  rowPages: number;
  columnPage: number;
  columnPages: number;
};

const listSides = (event: { id: string; programmeId: string }) => db.$queryRaw<MatrixSide[]>`
  SELECT o."id", o."slug", o."name", o."country", (
    SELECT count(*)::int FROM "MeetingSide" d JOIN "Meeting" m ON m."id" = d."meetingId"
    WHERE d."organisationId" = o."id" AND m."eventId" = ${event.id}::uuid AND m."state" = 'agreed') AS meetings
  FROM "Organisation" o WHERE ${takesPart({ programmeId: event.programmeId, eventId: event.id })} ORDER BY o."name", o."id"`;

/**
 * Organisations of one country against those across the border, a window of rows and columns at a time: how well each two
 * fit and what is between them. Throws NotFound, SignedOut.
 */
export async function getMatrix(actor: Actor, eventSlug: string, locale: Locale, view: MatrixView): Promise<Matrix> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [all, obstacles] = await Promise.all([listSides(event), loadObstacles(db, event)]);
  const countries = [...new Set(all.map(({ country }) => country))].toSorted();
  const side = countries.find((country) => country === view.side) ?? countries[0] ?? null;
  const wanted = ({ name, meetings }: MatrixSide) => name.toLocaleLowerCase().includes(view.q.toLocaleLowerCase()) && (view.show === "all" || meetings === 0);
  const rows = pageOf(all.filter((one) => one.country === side && wanted(one)), matrixRows, view.row);
  const columns = pageOf(all.filter(({ country }) => country !== side), matrixColumns, view.column);
  const ids = (list: readonly MatrixSide[]) => list.map(({ id }) => id);
  const fits = rows.shown.length === 0 || columns.shown.length === 0 ? new Map<string, number>() : await loadFits(ids(rows.shown), ids(columns.shown));
  const cell = (one: MatrixSide, other: MatrixSide): MatrixCell => {
    const key = pairKey(one.id, other.id);
    const state = obstacles.get(key) ?? null;
    return { fit: fits.get(key) ?? 0, state: state === "dismissed" ? null : state };
  };
  return {
    event, countries, side, rows: rows.shown, columns: columns.shown, cells: rows.shown.map((one) => columns.shown.map((other) => cell(one, other))),
    rowPage: rows.page, rowPages: rows.pageCount, columnPage: columns.page, columnPages: columns.pageCount,
  };
}

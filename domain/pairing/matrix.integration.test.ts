import { beforeAll, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createRequest } from "@/prisma/factories/meeting";
import { createBazaar } from "@/prisma/factories/pairing";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { getMatrix } from "./queries/get-matrix";
import { parseMatrix } from "./schema";

type Bazaar = Awaited<ReturnType<typeof createBazaar>>;
let bazaar: Bazaar;
beforeAll(async () => {
  bazaar = await createBazaar(3, 9);
});

const read = (query: Record<string, string> = {}) => getMatrix(bazaar.moderator, bazaar.event.slug, "en", parseMatrix(query));
const nameOf = (list: Bazaar["poles"], index: number) => list[index]?.organisation.name ?? "";

test("shows how each two across the border fit and what is between them, a window at a time", async () => {
  const [pole, other] = bazaar.poles;
  const [german, second] = bazaar.germans;
  if (!pole || !other || !german || !second) throw new Error("nobody is there");
  await createMeeting(pole, german);
  await createRequest(other, german);
  await db.block.create({ data: { blockerId: second.organisation.id, blockedId: pole.organisation.id } });
  // Who dismissed whom is nobody else's business, the moderators' neither.
  await db.dismissal.create({ data: { organisationId: other.organisation.id, dismissedId: second.organisation.id, programmeId: bazaar.programme.id, reason: "known", userId: other.actor.userId } });
  const first = await read({ side: "PL" });
  expect([first.countries, first.side, first.rows.length, first.columns.length, first.columnPages]).toEqual([["DE", "PL"], "PL", 3, 8, 2]);
  expect(first.rows.map(({ name, meetings }) => [name, meetings])).toContainEqual([pole.organisation.name, 1]);
  const all = [first, await read({ side: "PL", column: "2" })].flatMap(({ rows, columns, cells }) =>
    rows.flatMap((row, y) => columns.map((column, x) => ({ pair: `${row.name} ${column.name}`, cell: cells[y]?.[x] }))));
  expect(new Set(all.map(({ pair }) => pair)).size).toBe(27);
  expect(new Set(all.map(({ cell }) => cell?.fit)).size).toBe(1);
  expect(all[0]?.cell?.fit).toBeGreaterThan(25);
  const states = all.flatMap(({ pair, cell }) => (cell?.state ? [[pair, cell.state]] : []));
  expect(Object.fromEntries(states)).toEqual({
    [`${pole.organisation.name} ${german.organisation.name}`]: "agreed",
    [`${other.organisation.name} ${german.organisation.name}`]: "request_open",
    [`${pole.organisation.name} ${second.organisation.name}`]: "blocked",
  });
});

test("rows can be those without a meeting, those of a name, or the other side; a page beyond the last is the last", async () => {
  const rows = async (query: Record<string, string>) => (await read(query)).rows.map(({ name }) => name).toSorted();
  expect(await rows({ side: "PL", show: "without" })).toEqual([nameOf(bazaar.poles, 1), nameOf(bazaar.poles, 2)].toSorted());
  expect(await rows({ side: "PL", q: nameOf(bazaar.poles, 2).toUpperCase() })).toEqual([nameOf(bazaar.poles, 2)]);
  expect(await read({ side: "PL", q: "nobody is called so" })).toMatchObject({ rows: [], cells: [] });
  expect(await rows({ side: "nowhere" })).toHaveLength(9);
  expect(await read({ side: "PL", row: "99", column: "99" })).toMatchObject({ rowPage: 1, columnPage: 2 });
});

test("who may see it: staff of the event or its programme, nobody else", async () => {
  const get = (actor: Parameters<typeof getMatrix>[0]) => getMatrix(actor, bazaar.event.slug, "en", parseMatrix({}));
  expect((await get(await createStaff("organiser", bazaar.programme.id))).event.slug).toBe(bazaar.event.slug);
  for (const stranger of [bazaar.poles[0]?.actor ?? visitor, await createStaff("organiser", (await createProgramme()).id)]) await expect(get(stranger)).rejects.toThrow(NotFound);
  await expect(get(visitor)).rejects.toThrow(SignedOut);
});

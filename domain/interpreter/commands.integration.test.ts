import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createForeignPool, createInterpreter } from "@/prisma/factories/interpreter";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { addInterpreter, changeInterpreter, chooseInterpreter, removeInterpreter } from "./commands";

let pool: Awaited<ReturnType<typeof createForeignPool>>;
beforeEach(async () => {
  pool = await createForeignPool(4);
});

const details = (name: string) => ({ event: pool.event.slug, name, languages: ["de" as const, "pl" as const], slots: [pool.event.slots[1]?.id ?? ""], email: "anna@mail.example" });
const add = (name = "Anna", actor: Actor = pool.moderator) => addInterpreter(actor, details(name));
const idOf = (index: number) => pool.meetings[index]?.id ?? "";

async function stored() {
  const rows = await db.interpreter.findMany({ where: { eventId: pool.event.id }, orderBy: { name: "asc" }, include: { slots: true } });
  return rows.map(({ name, languages, email, version, slots }) => ({ name, languages, email, version, slots: slots.map(({ slotId }) => pool.event.slots.findIndex(({ id }) => id === slotId)) }));
}

describe("the list", () => {
  test("holds who was added, once by name", async () => {
    expect(await add()).toMatchObject({ ok: true });
    expect(await add()).toEqual({ ok: false, reason: "interpreter_name_taken" });
    expect(await stored()).toEqual([{ name: "Anna", languages: ["de", "pl"], email: "anna@mail.example", version: 1, slots: [1] }]);
    expect(await db.auditEntry.findMany({ where: { eventId: pool.event.id, action: "interpreter.add" }, select: { details: true } })).toEqual([{ details: {} }]);
  });

  test("takes a change of the version that was seen, and no other", async () => {
    const { id } = await createInterpreter(pool.event, { name: "Anna" });
    const change = { ...details("Anna B."), id, version: 1, languages: ["de" as const, "cs" as const], email: undefined, slots: [] };
    expect(await changeInterpreter(pool.moderator, change)).toEqual({ ok: true, value: { id } });
    expect(await changeInterpreter(pool.moderator, change)).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await stored()).toEqual([{ name: "Anna B.", languages: ["de", "cs"], email: null, version: 2, slots: [] }]);
    await createInterpreter(pool.event, { name: "Bogdan" });
    expect(await changeInterpreter(pool.moderator, { ...change, version: 2, name: "Bogdan" })).toEqual({ ok: false, reason: "interpreter_name_taken" });
  });

  test("knows no slot of another event", async () => {
    const other = await createForeignPool(4);
    await expect(addInterpreter(pool.moderator, { ...details("Anna"), slots: [other.event.slots[0]?.id ?? ""] })).rejects.toThrow(NotFound);
    expect(await stored()).toEqual([]);
  });

  test("lets go of somebody with name and address", async () => {
    const { id } = await createInterpreter(pool.event, { name: "Anna", email: "anna@mail.example" });
    expect(await removeInterpreter(pool.moderator, { event: pool.event.slug, id })).toEqual({ ok: true, value: { id } });
    expect(await stored()).toEqual([]);
    await expect(removeInterpreter(pool.moderator, { event: pool.event.slug, id })).rejects.toThrow(NotFound);
  });
});

describe("a choice", () => {
  const chosen = () => db.interpreterChoice.findMany({ where: { meeting: { eventId: pool.event.id } } });

  test("is kept, changed and given up", async () => {
    const [anna, bogdan] = [await createInterpreter(pool.event, { name: "Anna" }), await createInterpreter(pool.event, { name: "Bogdan" })];
    const choose = (interpreter?: string) => chooseInterpreter(pool.moderator, { event: pool.event.slug, meeting: idOf(0), interpreter });
    await choose(anna.id);
    expect(await choose(bogdan.id)).toEqual({ ok: true, value: { id: idOf(0) } });
    expect(await chosen()).toEqual([{ meetingId: idOf(0), interpreterId: bogdan.id }]);
    await choose();
    expect(await chosen()).toEqual([]);
  });

  test("is somebody who speaks what both sides speak, of this event", async () => {
    const czech = await createInterpreter(pool.event, { name: "Anna", languages: ["de", "cs"] });
    const stranger = await createInterpreter((await createForeignPool(4)).event, { name: "Bogdan" });
    const input = { event: pool.event.slug, meeting: idOf(0) };
    expect(await chooseInterpreter(pool.moderator, { ...input, interpreter: czech.id })).toEqual({ ok: false, reason: "cannot_translate" });
    await expect(chooseInterpreter(pool.moderator, { ...input, interpreter: stranger.id })).rejects.toThrow(NotFound);
    expect(await chosen()).toEqual([]);
  });
});

test.each<[string, () => Actor | Promise<Actor>, typeof NotFound | typeof SignedOut]>([
  ["nobody signed in", () => visitor, SignedOut],
  ["one of the people", () => pool.participants[0]?.actor ?? visitor, NotFound],
  ["another programme's moderator", async () => createStaff("moderator", (await createProgramme()).id), NotFound],
])("nothing of it exists for %s", async (_, who, denial) => {
  const { id } = await createInterpreter(pool.event, { name: "Anna" });
  const actor = await who();
  await expect(add("Bogdan", actor)).rejects.toThrow(denial);
  await expect(changeInterpreter(actor, { ...details("Bogdan"), id, version: 1 })).rejects.toThrow(denial);
  await expect(removeInterpreter(actor, { event: pool.event.slug, id })).rejects.toThrow(denial);
  await expect(chooseInterpreter(actor, { event: pool.event.slug, meeting: idOf(0), interpreter: id })).rejects.toThrow(denial);
  expect(await stored()).toEqual([expect.objectContaining({ name: "Anna", version: 1 })]);
});

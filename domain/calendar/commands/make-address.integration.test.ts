import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { cancelMeeting } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { releaseSchedule } from "@/domain/schedule/commands/release-schedule";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { db } from "@/prisma/client";
import { createMember } from "@/prisma/factories/organisation";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { getAddress, loadFeed } from "../queries/load-feed";
import { makeAddress, removeAddress } from "./make-address";

let pool: Awaited<ReturnType<typeof createPool>>;
let actor: Awaited<ReturnType<typeof createPool>>["participants"][number]["actor"];
const tokenOf = (id: string) => `secret-${id}`;

beforeEach(async () => {
  pool = await createPool(3);
  const [one] = pool.participants;
  if (!one) throw new Error("nobody takes part");
  actor = one.actor;
});

const make = async (seen?: string) => {
  await makeAddress(actor, seen ? { seen } : {}, tokenOf);
  return (await getAddress(actor))?.id ?? "";
};
const titles = async (id: string) => (await loadFeed(tokenOf(id))).items.map(({ meeting, sequence }) => `${meeting?.partner ?? "event"} ${sequence}`);

describe("an address", () => {
  test("is one for each person; made anew it ends the old one at once, and sent twice it is made once", async () => {
    const first = await make();
    expect(await make()).toBe(first);
    const [second, again] = await Promise.all([make(first), make(first)]);
    expect(second).not.toBe(first);
    expect(again).toBe(second);
    await expect(loadFeed(tokenOf(first))).rejects.toThrow(NotFound);
    expect(await titles(second)).toEqual(["event 0"]);
    expect(await db.auditEntry.count({ where: { action: "calendar_address.make", objectId: actor.userId } })).toBe(2);
  });

  test("removed is gone, and only the one that was seen", async () => {
    const first = await make();
    const second = await make(first);
    await removeAddress(actor, { seen: first });
    expect((await getAddress(actor))?.id).toBe(second);
    await removeAddress(actor, { seen: second });
    await removeAddress(actor, { seen: second });
    expect(await getAddress(actor)).toBeNull();
    await expect(loadFeed(tokenOf(second))).rejects.toThrow(NotFound);
    expect(await db.auditEntry.count({ where: { action: "calendar_address.remove", objectId: actor.userId } })).toBe(1);
  });

  test("of somebody else is neither seen nor ended, and visitors have none", async () => {
    const id = await make();
    const stranger = pool.participants[1]?.actor ?? visitor;
    expect(await getAddress(stranger)).toBeNull();
    await removeAddress(stranger, { seen: id });
    await makeAddress(stranger, { seen: id }, tokenOf);
    expect((await getAddress(actor))?.id).toBe(id);
    await expect(makeAddress(visitor, {}, tokenOf)).rejects.toThrow(SignedOut);
    await expect(removeAddress(visitor, { seen: id })).rejects.toThrow(SignedOut);
    expect(() => getAddress(visitor)).toThrow(SignedOut);
  });

  test("is stored without its secret", async () => {
    const id = await make();
    expect(JSON.stringify(await db.calendarAddress.findMany())).not.toContain(tokenOf(id));
    await expect(db.calendarAddress.update({ where: { id }, data: { tokenHash: tokenOf(id) } })).rejects.toThrow("CalendarAddress_hash_check");
  });
});

describe("the calendar behind it", () => {
  async function release() {
    for (const [index, slot] of [[0, 1], [1, 0], [2, 2]] as const) await createPlacement(pool.event, pool.meetings[index]?.id ?? "", [slot, 0]);
    const { revision } = await loadDraft(db, pool.event.id);
    await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 });
  }
  const nameOf = (index: number) => pool.participants[index]?.organisation.name;

  test("holds the event and the person's own meetings, no colleagues' and no others', and nobody's address", async () => {
    const id = await make();
    await release();
    const { items, locale } = await loadFeed(tokenOf(id));
    expect(locale).toBe(actor.locale);
    expect(await titles(id)).toEqual(["event 0", `${nameOf(1)} 0`, `${nameOf(2)} 0`]);
    expect(JSON.stringify(items)).not.toContain("@mail.example");
  });

  test("loses what is cancelled, and everything once the person takes part no more", async () => {
    const id = await make();
    await release();
    await cancelMeeting(actor, { event: pool.event.slug, id: pool.meetings[0]?.id ?? "" });
    expect(await titles(id)).toEqual(["event 0", `${nameOf(2)} 0`]);
    const organisationId = pool.participants[0]?.organisation.id ?? "";
    await createMember(organisationId);
    await db.membership.deleteMany({ where: { userId: actor.userId } });
    expect(await titles(id)).toEqual([]);
  });
});

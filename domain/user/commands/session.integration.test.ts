import { beforeEach, describe, expect, test } from "vitest";
import { visitor, type Person } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { demoPeople } from "@/domain/seed/schema";
import { db } from "@/prisma/client";
import { actorOf, createUser } from "@/prisma/factories/people";
import { getVisit, listDemoPeople, listIdentities, listSessions } from "../queries";
import { endOtherSessions, endSession, signOut } from "./end-session";
import { forgetExpired } from "./forget-expired";
import { hashSecret } from "./hash-secret";
import { openSession } from "./open-session";
import { saveAccount } from "./save-account";
import { signInDemo } from "./sign-in-demo";

let anna: Person;
let jan: Person;
beforeEach(async () => {
  anna = await actorOf((await createUser()).id);
  jan = await actorOf((await createUser()).id);
});

const open = (person: Person) => openSession(db, person.userId, { userAgent: null });
const tokensOf = async (person: Person) => (await db.session.findMany({ where: { userId: person.userId } })).map((row) => row.tokenHash);

describe("sessions", () => {
  test("show their own person, with the current one marked, and nobody else's", async () => {
    const [here, there] = [await open(anna), await open(anna)];
    await open(jan);
    const listed = await listSessions(anna, hashSecret(here.token));
    expect(listed.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    expect(JSON.stringify(listed)).not.toContain(hashSecret(there.token));
    await expect(listSessions(visitor, "")).rejects.toThrow(SignedOut);
    await expect(listIdentities(visitor)).rejects.toThrow(SignedOut);
  });

  test("are ended one by one, by their own person only", async () => {
    const [here, there] = [await open(anna), await open(anna)];
    const { id } = await db.session.findUniqueOrThrow({ where: { tokenHash: hashSecret(there.token) } });
    await expect(endSession(visitor, { id })).rejects.toThrow(SignedOut);
    await expect(endSession(jan, { id })).rejects.toThrow(NotFound);
    expect(await endSession(anna, { id })).toEqual({ ok: true, value: { id } });
    expect(await tokensOf(anna)).toEqual([hashSecret(here.token)]);
    await expect(endSession(anna, { id })).rejects.toThrow(NotFound);
  });

  test("are ended all but the current one, and others keep theirs", async () => {
    const [here] = [await open(anna), await open(anna), await open(anna)];
    const other = await open(jan);
    await expect(endOtherSessions(visitor, here.token)).rejects.toThrow(SignedOut);
    expect(await endOtherSessions(anna, here.token)).toEqual({ ok: true, value: { count: 2 } });
    expect(await tokensOf(anna)).toEqual([hashSecret(here.token)]);
    expect(await tokensOf(jan)).toEqual([hashSecret(other.token)]);
  });

  test("are over after signing out, and when their time is", async () => {
    const [one, other] = [await open(anna), await open(anna)];
    await signOut(one.token);
    expect(await getVisit(hashSecret(one.token))).toBeNull();
    await db.session.update({ where: { tokenHash: hashSecret(other.token) }, data: { expiresAt: new Date() } });
    expect(await getVisit(hashSecret(other.token))).toBeNull();
    await forgetExpired(new Date());
    expect(await tokensOf(anna)).toEqual([]);
  });

  test("note that they are used, every five minutes", async () => {
    const { token } = await open(anna);
    const where = { tokenHash: hashSecret(token) };
    const seen = async () => (await db.session.findUniqueOrThrow({ where })).lastSeenAt.getTime();
    const fresh = await seen();
    await getVisit(where.tokenHash);
    expect(await seen()).toBe(fresh);
    await db.session.update({ where, data: { lastSeenAt: new Date(fresh - 6 * 60_000) } });
    await getVisit(where.tokenHash);
    expect(await seen()).toBeGreaterThanOrEqual(fresh);
  });

  test("roles taken away are gone at once", async () => {
    const { token } = await open(anna);
    const programme = await db.programme.create({ data: { slug: "p", timeZone: "Europe/Berlin", contactEmail: "a@b.example" } });
    const role = await db.staffRole.create({ data: { userId: anna.userId, role: "moderator", programmeId: programme.id } });
    expect((await getVisit(hashSecret(token)))?.person.staff).toHaveLength(1);
    await db.staffRole.delete({ where: { id: role.id } });
    expect((await getVisit(hashSecret(token)))?.person.staff).toEqual([]);
  });
});

test("an account is saved by its own person", async () => {
  await expect(saveAccount(visitor, { name: "Eve", locale: "en" })).rejects.toThrow(SignedOut);
  await saveAccount(anna, { name: "Anna Żak", locale: "pl" });
  expect(await db.user.findUnique({ where: { id: anna.userId } })).toMatchObject({ name: "Anna Żak", locale: "pl" });
  expect(await db.user.findUnique({ where: { id: jan.userId } })).toMatchObject({ name: "Alex Example", locale: "en" });
  expect(await db.auditEntry.count({ where: { action: "user.save", actorId: anna.userId, objectId: anna.userId } })).toBe(1);
});

describe("the demo's people", () => {
  const [person] = demoPeople;
  if (!person) throw new Error("the demo has no people");
  const device = { userAgent: null };

  test("sign in with one click where there is nothing but a demo, and only they", async () => {
    const user = await createUser({ email: person.email, name: person.name });
    await expect(signInDemo(person.role, device, null)).rejects.toThrow(NotFound);
    await db.installation.create({ data: { isDemo: true } });
    await expect(signInDemo(person.role, device, null)).rejects.toThrow(NotFound);
    expect(await listDemoPeople()).toEqual([]);
    await db.user.update({ where: { id: user.id }, data: { isDemo: true } });
    expect(await listDemoPeople()).toEqual([person]);
    const first = await signInDemo(person.role, device, null);
    const second = await signInDemo(person.role, device, first.token);
    expect(await getVisit(hashSecret(first.token))).toBeNull();
    expect(await getVisit(hashSecret(second.token))).toMatchObject({ person: { email: person.email } });
    await db.installation.updateMany({ data: { isDemo: false } });
    expect(await listDemoPeople()).toEqual([]);
    await expect(signInDemo(person.role, device, null)).rejects.toThrow(NotFound);
  });
});

import { beforeEach, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { startInstallation } from "./commands";
import { isDatabaseReady } from "./queries";

const stored = () => db.installation.findMany();
beforeEach(() => db.installation.deleteMany());

test("the demo starts only where the database is marked as a demo", async () => {
  expect(await startInstallation(true)).toEqual({ ok: false, reason: "no_demo_data" });
  expect(await stored()).toEqual([]);
  await db.installation.create({ data: { isDemo: true } });
  expect(await startInstallation(true)).toEqual({ ok: true, value: { isDemo: true } });
});

test("one start without the demo ends it for good", async () => {
  await db.installation.create({ data: { isDemo: true } });
  expect(await startInstallation(false)).toEqual({ ok: true, value: { isDemo: false } });
  expect(await startInstallation(true)).toEqual({ ok: false, reason: "no_demo_data" });
  expect(await stored()).toEqual([{ id: 1, isDemo: false }]);
});

test("web server and worker may start at once", async () => {
  const starts = Array.from({ length: 10 }, () => startInstallation(false));
  expect((await Promise.all(starts)).every((start) => start.ok)).toBe(true);
  expect(await stored()).toEqual([{ id: 1, isDemo: false }]);
});

test("the database answers", async () => {
  expect(await isDatabaseReady()).toBe(true);
});

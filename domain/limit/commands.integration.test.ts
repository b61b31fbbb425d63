import { expect, test } from "vitest";
import { db } from "@/prisma/client";
import { forgetOldPoints, takePoint } from "./commands";
import { limits } from "./rules";

test("a limit holds when everybody comes at once", async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, () => takePoint("sign_in_client", "192.0.2.1")));
  expect(answers.filter(Boolean)).toHaveLength(limits.sign_in_client.points);
});

test("the limits of others are their own", async () => {
  for (let count = 0; count < limits.sign_in_address.points; count += 1) {
    expect(await takePoint("sign_in_address", "anna@mail.example")).toBe(true);
  }
  expect(await takePoint("sign_in_address", "anna@mail.example")).toBe(false);
  expect(await takePoint("sign_in_address", "jan@mail.example")).toBe(true);
  expect(await takePoint("search", "anna@mail.example")).toBe(true);
});

test("a limit begins anew when its time is over", async () => {
  for (let count = 0; count <= limits.export.points; count += 1) await takePoint("export", "somebody");
  expect(await takePoint("export", "somebody")).toBe(false);
  await db.rateLimiterFlexible.updateMany({ data: { expire: new Date(Date.now() - 1000) } });
  expect(await takePoint("export", "somebody")).toBe(true);
});

test("neither addresses nor old counts are kept", async () => {
  await takePoint("sign_in_address", "secret@mail.example");
  const rows = await db.rateLimiterFlexible.findMany();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain("secret");
  await db.rateLimiterFlexible.updateMany({ data: { expire: new Date(Date.now() - 2 * 3_600_000) } });
  expect(await forgetOldPoints(new Date())).toBe(rows.length);
});

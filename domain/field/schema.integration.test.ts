import { expect, it } from "vitest";
import { db } from "@/prisma/client";
import { fieldGroups, fieldTree } from "./schema";

it("is the list that the database holds", async () => {
  const rows = await db.fieldOfActivity.findMany({ select: { code: true, parentCode: true } });
  const stored = rows.map(({ code, parentCode }) => `${parentCode ?? "-"}/${code}`).toSorted();
  const listed = fieldGroups.flatMap((group) => [`-/${group}`, ...fieldTree[group].map((code) => `${group}/${code}`)]).toSorted();
  expect(stored).toEqual(listed);
});

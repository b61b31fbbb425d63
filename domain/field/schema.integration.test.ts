import { expect, it } from "vitest";
import { db } from "@/prisma/client";
import { fieldGroups, fieldTree } from "./schema";

it("is the list that the database holds", async () => {
  const rows = await db.fieldOfActivity.findMany({ select: { code: true, parentCode: true } });
  const stored = rows.map(({ code, parentCode }) => `${parentCode ?? "-"}/${code}`).toSorted();
  const groups = fieldGroups.map((group) => `-/${group}`);
  const fields = fieldGroups.flatMap((group) => fieldTree[group].map((code) => `${group}/${code}`));
  expect(stored).toEqual([...groups, ...fields].toSorted());
});

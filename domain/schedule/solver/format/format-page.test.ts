import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { problemSchema } from "../problem";
import { solve } from "../solve";
import { readDzn } from "./read-dzn";
import { readJson } from "./read-json";
import { writePublished } from "./write-solution";

const page = readFileSync("docs/schedule-format.md", "utf8");

/** What stands on the page between ```mark and ```. */
function block(mark: string): string {
  return new RegExp(`^\`\`\`${mark}\\n([^\`]*)^\`\`\`$`, "m").exec(page)?.[1] ?? "";
}

test("the page's schema is the code's", () => {
  // Where this fails, the second value belongs on the page.
  expect(JSON.parse(block("json schema"))).toEqual(z.toJSONSchema(problemSchema, { io: "input" }));
});

const effort = { seconds: 10, isCancelled: () => false, onProgress: () => undefined, now: () => performance.now() / 1000 };

test("the page's examples can be read and solved, and say the same in both published forms", async () => {
  const portal = readJson(block("json portal"));
  const published = readJson(block("json published"));
  const [data = ""] = /^nBusiness = 3;[^`]*/m.exec(page) ?? [];
  if (!portal.ok || !published.ok) throw new Error("an example of the page cannot be read");
  expect([portal.value.form, published.value.form]).toEqual(["portal", "published"]);
  expect(readDzn(data)).toEqual({ ok: true, value: published.value.problem });
  expect(await solve(portal.value.problem, effort)).toMatchObject({ status: "optimal", unplaced: [], breaks: 0 });
  const { placements } = await solve(published.value.problem, effort);
  expect(writePublished(published.value.problem, placements)).toEqual({ slot: [2, 3], location: [1, 1] });
});

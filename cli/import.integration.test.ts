import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";

const folder = mkdtempSync(join(tmpdir(), "pomost-import-"));
const file = join(folder, "list.csv");
let slug = "";
let email = "";

beforeAll(async () => {
  writeFileSync(file, "name;type;country;region;offers\nŻuraw;it-company;PL;PL63;dźwigi\nX;y;PL;PL63;\n=Summe;research;DE;DE80;\n");
  const programme = await createProgramme();
  slug = programme.slug;
  ({ email } = await createStaff("organiser", programme.id));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What the command prints and how it ends. */
async function run(...words: string[]): Promise<{ code: number; told: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "cli/import.ts", "--programme", slug, ...words]);
    return { code: 0, told: stdout };
  } catch (error) {
    return failureSchema.parse(error);
  }
}

const failureSchema = z.object({ code: z.number(), stderr: z.string() }).transform(({ code, stderr }) => ({ code, told: stderr }));

const names = async () => (await db.organisation.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name);

it("says what would happen and changes nothing, until it is told to", async () => {
  const dry = await run(file);
  expect(dry.code).toBe(0);
  expect(dry.told).toMatch(/^ +2 {2}Żuraw +new +Will be imported\.$/m);
  expect(dry.told).toMatch(/^ +3 {2}X +has a defect +name: .+ · type: “y” is none of/m);
  expect(dry.told).toMatch(/^ +4 {2}=Summe +suspicious +name: begins like a formula: .+--take 4/m);
  expect(dry.told).toContain("With --apply 1 would be imported.");
  expect(await names()).toEqual([]);

  const applied = await run(file, "--apply", "--take", "3,4");
  expect(applied.told).toContain(`Imported: 2, in the name of ${email}.`);
  expect(await names()).toEqual(["=Summe", "Żuraw"]);
  expect((await run(file, "--apply", "--as", email)).told).toContain("Imported: 0");
});

it.each([
  [["nowhere.csv"], "There is no file nowhere.csv"],
  [["package.json"], "The first line has to name at least"],
  [["package.json", "--as", "nobody@mail.example"], "nobody@mail.example is no organiser"],
  [["package.json", "--take", "all"], "--take wants numbers"],
  [[], "npm run import -- FILE.csv"],
])("ends with an error that says why: %j", async (words, told) => {
  const answer = await run(...words);
  expect(answer.code).toBe(1);
  expect(answer.told).toContain(told);
});

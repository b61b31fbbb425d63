import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const folder = mkdtempSync(join(tmpdir(), "pomost-match-"));
const inside = (name: string) => join(folder, name);
const failureSchema = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });
const rankingSchema = z.array(z.object({ need: z.string(), ranking: z.array(z.object({ offer: z.string(), score: z.number(), reasons: z.array(z.unknown()) })) }));

async function match(...words: string[]) {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, ["--import", "tsx", "cli/match.ts", ...words])) };
  } catch (error) {
    return failureSchema.parse(error);
  }
}

const profiles = [
  { id: "p", country: "PL", lang: "pl", offers: [], needs: [{ id: "p#n1", text: "tłumacz przysięgły" }] },
  { id: "d", country: "DE", lang: "de", needs: [], offers: [{ id: "d#o1", text: "Steuerberatung" }, { id: "d#o2", text: "beglaubigte Übersetzungen" }] },
];

beforeAll(() => {
  for (const [name, value] of Object.entries({
    "profiles.json": profiles,
    "judgements.json": [{ need: "p#n1", relevant: [{ offer: "d#o2", grade: 2 }] }],
    "stranger.json": [{ need: "p#n9", relevant: [{ offer: "d#o2", grade: 2 }] }],
    "faulty.json": [{ ...profiles[0], country: 5 }],
    "twice.json": [profiles[0], profiles[0]],
  })) writeFileSync(inside(name), JSON.stringify(value));
  writeFileSync(inside("broken.json"), "[{");
});

afterAll(() => rmSync(folder, { recursive: true }));

test("writes for each need the offers of the other country, best first", async () => {
  expect(await match(inside("profiles.json"), "--out", inside("out.json"))).toMatchObject({ code: 0, stdout: "" });
  const [only] = rankingSchema.parse(JSON.parse(readFileSync(inside("out.json"), "utf8")));
  expect(only?.need).toBe("p#n1");
  expect(only?.ranking.map(({ offer }) => offer)).toEqual(["d#o2", "d#o1"]);
  expect(only?.ranking[0]?.reasons.length).toBeGreaterThan(0);
  const { stdout } = await match(inside("profiles.json"), "--top", "1");
  expect(rankingSchema.parse(JSON.parse(stdout))[0]?.ranking).toHaveLength(1);
}, 60_000);

test("judges an order beside two baselines", async () => {
  const { code, stdout } = await match("--judge", inside("judgements.json"), inside("profiles.json"));
  expect(code).toBe(0);
  expect(stdout).toMatch(/lexicon +1 +1\.000 +1\.000 +1\.000/);
  expect(stdout).toMatch(/character TF-IDF/);
  expect(stdout).toMatch(/BM25/);
  expect(stdout).toMatch(/pl → de/);
}, 60_000);

test.each([
  [["missing.json"], "missing.json"],
  [["broken.json"], "broken.json: is not JSON"],
  [["faulty.json"], "faulty.json: 0.country"],
  [["twice.json"], "twice.json: 1.needs.0.id: p#n1 is there twice"],
  [["--judge", "stranger.json", "profiles.json"], "stranger.json: 0.need: no profile has a need p#n9"],
])("refuses %j with 2 and says what is wrong where", async (words, message) => {
  const { code, stderr } = await match(...words.map((word) => (word.endsWith(".json") ? inside(word) : word)));
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^ +at /m);
}, 60_000);

test.each([[[]], [["a", "b"]], [["a", "--top", "0"]], [["a", "--unknown"]]])("refuses the words %j with 2 and tells the usage", async (words) => {
  const { code, stderr } = await match(...words);
  expect([code, stderr.includes("npm run match -- PROFILES.json")]).toEqual([2, true]);
}, 60_000);

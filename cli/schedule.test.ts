import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const folder = mkdtempSync(join(tmpdir(), "pomost-schedule-"));
const inside = (name: string) => join(folder, name);
const command = ["--import", "tsx", "cli/schedule.ts"];
const checker = "../shared/b2b/check.mjs";

const failureSchema = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** How a program ends, and what it says. */
async function run(...words: string[]) {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, words)) };
  } catch (error) {
    return failureSchema.parse(error);
  }
}

const schedule = (...words: string[]) => run(...command, ...words);

/** Five people, of whom each meets each, so that there is a schedule without breaks. */
const people = [1, 2, 3, 4, 5];
const pairs = people.flatMap((a) => people.filter((b) => b > a).map((b) => `${a}, ${b}, 3`));
const dzn = (slots: number) =>
  `nBusiness = 5;\nnMeetings = ${pairs.length};\nnTables = 2;\nnTotalSlots = ${slots};\nnMorningSlots = 2;\nrequested = [|${pairs.join("\n|")}|];\n`;

const portal = JSON.stringify({
  slots: [{ id: "early", startsAt: 0, endsAt: 20 }, { id: "late", startsAt: 20, endsAt: 40 }],
  participants: [{ id: "ada" }, { id: "bea" }, { id: "cyd", unavailable: ["early"] }],
  rooms: [{ id: "hall" }],
  meetings: [{ id: "x", participants: ["ada", "bea"] }, { id: "y", participants: ["ada", "cyd"] }],
});

beforeAll(() => {
  for (const [name, text] of Object.entries({
    "good.dzn": dzn(6), "tight.dzn": dzn(4), "portal.json": portal, "empty.dzn": "", "nonsense.dzn": "x = ; [{".repeat(125_000),
    "short.dzn": dzn(6).replace("|1, 2, 3\n|1, 3, 3\n|", "|"), "broken.json": '{\n"slots": [}',
    "cycle.json": portal.replace('"bea"]}', '"bea"], "after": ["y"]}').replace('"cyd"]}', '"cyd"], "after": ["x"]}'),
    "few.json": '{"slot":[1,2]}',
  })) writeFileSync(inside(name), text);
  mkdirSync(inside("folder.json"));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("solves a published problem; its own checker, and the published one where it is there, find no fault", async () => {
  const solved = await schedule(inside("good.dzn"), "--out", inside("solution.json"), "--seconds", "20", "--seed", "3");
  expect(solved).toMatchObject({ code: 0, stderr: "" });
  expect(solved.stdout.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(solved.stdout)).toMatchObject({ status: "optimal", placed: 10, unplaced: [], seed: 3, isCut: false });
  const { breaks, lowerBound } = JSON.parse(solved.stdout) as { breaks: number; lowerBound: number };
  expect(lowerBound).toBe(breaks);
  const own = await schedule("--check", inside("good.dzn"), inside("solution.json"));
  expect([own.code, JSON.parse(own.stdout)]).toMatchObject([0, { ok: true, placed: 10, breaks, fairness: 2, violations: [] }]);
  if (!existsSync(checker)) return console.log(`Not compared with the published checker: there is no ${checker}.`);
  const published = await run(checker, inside("good.dzn"), inside("solution.json"));
  expect(JSON.parse(published.stdout)).toMatchObject({ ok: true, placed: 10, breaks });
}, 30_000);

test("a problem of the portal's is answered in its own form", async () => {
  const solved = await schedule(inside("portal.json"), "--out", inside("answer.json"));
  expect(JSON.parse(solved.stdout)).toMatchObject({ status: "optimal", placed: 2, breaks: 0 });
  expect(JSON.parse(readFileSync(inside("answer.json"), "utf8"))).toEqual({
    placements: [
      { meeting: "x", slot: "early", room: "hall", interpreter: null },
      { meeting: "y", slot: "late", room: "hall", interpreter: null },
    ],
    unplaced: [],
  });
  expect((await schedule("--check", inside("portal.json"), inside("answer.json"))).code).toBe(0);
}, 30_000);

test("not all can be placed: says why, and ends with 1; a solution without them is judged accordingly", async () => {
  const { code, stdout } = await schedule(inside("tight.dzn"), "--out", inside("left.json"));
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ status: "infeasible", placed: 8 });
  const { reason } = z.object({ reason: z.array(z.string()) }).parse(JSON.parse(stdout));
  expect(reason).toContain("slot 1 has 2 rooms for them");
  expect((await schedule("--check", inside("tight.dzn"), inside("left.json"))).code).toBe(1);
  expect((await schedule("--check", inside("tight.dzn"), inside("left.json"), "--allow-unplaced")).code).toBe(0);
}, 30_000);

describe("the proof of an answer", () => {
  const certificateSchema = z.looseObject({ claim: z.unknown(), steps: z.array(z.unknown()) });
  const readCertificate = () => certificateSchema.parse(JSON.parse(readFileSync(inside("proof.json"), "utf8")));

  test("of the fewest breaks is written and checked; one that claims more is not believed", async () => {
    const solved = await schedule(inside("good.dzn"), "--certificate", inside("proof.json"));
    expect([solved.code, JSON.parse(solved.stdout)]).toMatchObject([0, { status: "optimal", certificate: inside("proof.json") }]);
    const { breaks } = z.object({ breaks: z.number() }).parse(JSON.parse(solved.stdout));
    const verified = await schedule("--verify", inside("good.dzn"), inside("proof.json"));
    expect(verified).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(verified.stdout)).toMatchObject({ proved: true, claim: { kind: "breaks", atLeast: breaks }, fairness: 2 });
    writeFileSync(inside("more.json"), JSON.stringify({ ...readCertificate(), claim: { kind: "breaks", atLeast: breaks + 1 } }));
    const refused = await schedule("--verify", inside("good.dzn"), inside("more.json"));
    expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([1, { proved: false, step: null, why: "claim_not_reached", provedBreaks: breaks }]);
    const { steps } = readCertificate();
    writeFileSync(inside("odd.json"), JSON.stringify({ ...readCertificate(), steps: [...steps, { kind: "lemma", clause: [1] }] }));
    const odd = await schedule("--verify", inside("good.dzn"), inside("odd.json"));
    expect([odd.code, JSON.parse(odd.stdout)]).toMatchObject([1, { proved: false, step: steps.length, why: "does_not_follow" }]);
  }, 30_000);

  test("that not all can be placed is written and checked; it proves nothing of another problem", async () => {
    expect(await schedule(inside("tight.dzn"), "--certificate", inside("proof.json"))).toMatchObject({ code: 1, stderr: "" });
    expect(readCertificate().claim).toEqual({ kind: "infeasible" });
    expect((await schedule("--verify", inside("tight.dzn"), inside("proof.json"))).code).toBe(0);
    expect((await schedule("--verify", inside("good.dzn"), inside("proof.json"))).code).toBe(1);
  }, 30_000);

  test("is not written where rooms differ, and this is said", async () => {
    writeFileSync(inside("rooms.json"), portal.replace('[{"id":"hall"}]', '[{"id":"hall"},{"id":"attic"}]').replace('"bea"]', '"bea"],"rooms":["attic"]'));
    const { code, stdout, stderr } = await schedule(inside("rooms.json"), "--certificate", inside("none.json"));
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { status: "optimal", certificate: null }]);
    expect(stdout).toMatch(/"certificateReason":"[^"]*different rooms/);
    expect(stderr).toContain("no proof was written");
    expect(existsSync(inside("none.json"))).toBe(false);
  }, 30_000);
});

describe("what cannot be used ends with 2 and one message for a person", () => {
  test.each([
    [["nowhere.dzn"], /nowhere\.dzn: there is no such file/],
    [["folder.json"], /folder\.json: is a folder/],
    [["empty.dzn"], /empty\.dzn: the file is empty/],
    [["nonsense.dzn"], /nonsense\.dzn: this is neither/],
    [["short.dzn"], /short\.dzn:6: requested: has 8 entries where nMeetings asks for 10/],
    [["broken.json"], /broken\.json:2: this is no JSON/],
    [["cycle.json"], /cycle\.json:1: meetings\[0\]\.after: .*x, y/],
    [["good.dzn", "--out", "gone/solution.json"], /its folder does not exist/],
    [["good.dzn", "--out", "folder.json"], /is a folder/],
    [["good.dzn", "--seconds", "abc"], /--seconds wants a number/],
    [["good.dzn", "--quick"], /--quick/],
    [["--check", "good.dzn", "few.json"], /few\.json: slot: has 2 entries where meetings asks for 10/],
    [["--check", "good.dzn", "portal.json"], /portal\.json: this is neither/],
    [["--verify", "good.dzn", "broken.json"], /broken\.json:2: this is no JSON/],
    [["--verify", "good.dzn", "few.json"], /few\.json:1: format: /],
    [["--verify", "good.dzn", "nowhere.json"], /nowhere\.json: there is no such file/],
    [["good.dzn", "--certificate", "gone/proof.json"], /its folder does not exist/],
  ])("%j", async (words, told) => {
    const inFolder = words.map((word) => (/^--|^abc$/.test(word) ? word : inside(word)));
    const { code, stdout, stderr } = await schedule(...inFolder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("Ctrl-C, which npm repeats: the best so far is told", async () => {
  // A year of slots and many people with gaps: nobody proves the fewest breaks of this one before the signal.
  const [persons, slots] = [150, 40];
  const rows = Array.from({ length: 900 }, (_, index) => `${(index % 75) + 1}, ${((index * 7 + Math.floor(index / 75) * 13) % 75) + 76}, 3`);
  const absent = Array.from({ length: persons }, (_, index) => `{${[3, 11, 17, 23, 31].map((slot) => ((slot + index * 3) % slots) + 1).join(",")}}`);
  writeFileSync(inside("large.dzn"), `nBusiness=${persons}; nMeetings=900; nTables=24; nTotalSlots=${slots}; nMorningSlots=20;
    requested=[|${rows.join("|")}|]; forbidden=[${absent.join(",")}];`);
  const child = spawn(process.execPath, [...command, inside("large.dzn"), "--fairness", "1"], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  child.stdout.on("data", (data: Buffer) => (told += data.toString()));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const late = setTimeout(() => {
    child.kill("SIGINT");
    child.kill("SIGINT");
  }, 2000);
  const code = await ended;
  clearTimeout(late);
  const answer = z.object({ isCut: z.boolean(), seconds: z.number(), placed: z.number() }).parse(JSON.parse(told));
  expect(answer).toMatchObject({ isCut: true });
  expect(answer.seconds).toBeLessThan(20);
  expect(code).toBe(answer.placed === 900 ? 0 : 1);
}, 60_000);

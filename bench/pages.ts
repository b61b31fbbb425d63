// npm run bench:pages [-- FILTER]: measures the built portal's pages with Lighthouse on a simulated phone, and the
// JavaScript that each sends. Pages whose address contains FILTER, or all of the list below.
import { chromium } from "@playwright/test";
import lighthouse, { type Result } from "lighthouse";
import { chromiumOptions } from "../cli/local/chromium";
import { freePort } from "../cli/local/ports";
import startPortal from "../cli/test/portal-server";
import { people, type Part } from "../e2e/fixtures";
import { addresses } from "../e2e/pages/addresses";
import { createSession } from "../prisma/factories/session";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

type Measured = { scores: number[]; paint: number; script: number };

function scriptBytes(audits: Result["audits"]): number {
  const details = audits["network-requests"]?.details;
  const items = details?.type === "table" ? details.items : [];
  return items.filter((item) => item["resourceType"] === "Script").reduce((sum, item) => sum + Number(item["transferSize"]), 0);
}

async function measure(base: string, port: number, path: string, as: Part | "visitor"): Promise<Measured> {
  const cookie = as === "visitor" ? {} : { extraHeaders: { Cookie: `pomost-session=${await createSession(people[as])}` } };
  const run = await lighthouse(`${base}/en${path}`, { port, logLevel: "error", onlyCategories: [...categories], ...cookie });
  if (!run) throw new Error(`Lighthouse gave no answer for ${path}`);
  const { audits, categories: found } = run.lhr;
  return {
    scores: categories.map((name) => Math.round((found[name]?.score ?? 0) * 100)),
    paint: audits["largest-contentful-paint"]?.numericValue ?? 0,
    script: scriptBytes(audits),
  };
}

process.env["E2E_PORT"] ??= String(await freePort());
const end = await startPortal();
const port = await freePort();
const { args, ...options } = chromiumOptions();
const browser = await chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] });
try {
  const filter = process.argv[2] ?? "";
  const pages = addresses.filter(({ path }) => path.includes(filter));
  console.log(`${pages.length} pages, demo data of 48 organisations, simulated phone\n`);
  const heads = ["perf", "a11y", "best", "seo", "LCP ms", "JS kB"].map((head) => head.padStart(7));
  console.log(`${heads.join("")}  page`);
  for (const { path, as } of pages) {
    const { scores, paint, script } = await measure(`http://localhost:${process.env["E2E_PORT"]}`, port, path, as);
    const numbers = [...scores, Math.round(paint), Math.round(script / 1000)];
    console.log(`${numbers.map((number) => String(number).padStart(7)).join("")}  ${path || "/"} (${as})`);
  }
} finally {
  await browser.close();
  await end();
}
process.exit(0);

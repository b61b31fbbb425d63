// npm run import -- FILE.csv: says what would happen with each line of a file; with --apply it happens.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createTranslator } from "next-intl";
import type { Person } from "@/domain/actor";
import { importOrganisations } from "@/domain/import/commands/import-organisations";
import { findOrganiser } from "@/domain/import/queries/find-organiser";
import { previewImport } from "@/domain/import/queries/preview-import";
import type { FileDefect, LineReport } from "@/domain/import/schema";
import { NotFound } from "@/domain/result";
import { messagesOf } from "@/i18n/messages";
import { env } from "@/server/env";
import { explainLine } from "@/server/import-report";

const usage = `npm run import -- FILE.csv [--apply] [--take LINES] [--programme SLUG] [--as EMAIL]

  Without --apply nothing is changed: you see what would happen with each line.
  --apply      imports the good lines, all of them or none
  --take 7,10  imports these suspicious lines, too; their cells are stored as text
  --programme  the programme that the organisations are admitted to (HOME_PROGRAMME where left out)
  --as         the organiser of the programme in whose name this happens (the first one where left out)`;

const messages = messagesOf("en");
const t = createTranslator({ locale: "en", messages, namespace: "Import" });

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}

const failFile = (reason: FileDefect) => fail(messages.Errors[reason]);

function tell(lines: readonly LineReport[]): void {
  const rows = lines.map((report) => ({ report, outcome: t(`outcomes.${report.outcome}`) }));
  const width = (texts: string[]) => Math.max(...texts.map((text) => text.length));
  const [outcomeWidth, nameWidth] = [width(rows.map(({ outcome }) => outcome)), Math.min(40, width(lines.map(({ name }) => name)))];
  for (const { report, outcome } of rows) {
    const { text, points } = explainLine(t, report);
    const why = points.map((point) => [point.column, point.text].filter(Boolean).join(": "));
    const result = report.outcome === "suspicious" ? `Only imported with --take ${report.line}, as text.` : text;
    const name = report.name.slice(0, nameWidth).padEnd(nameWidth);
    console.log(`${String(report.line).padStart(5)}  ${name}  ${outcome.padEnd(outcomeWidth)}  ${[...why, result].join(" · ")}`);
  }
}

type Order = { actor: Person; programme: string; content: Uint8Array; take: number[] };

async function dryRun({ actor, programme, content, take }: Order): Promise<void> {
  const preview = await previewImport(actor, { programme, content });
  if (!preview.ok) return failFile(preview.reason);
  tell(preview.value);
  const isGood = ({ line, outcome }: LineReport) => outcome === "create" || (outcome === "suspicious" && take.includes(line));
  console.log(`\nNothing was changed. With --apply ${preview.value.filter(isGood).length} would be imported.`);
}

async function apply({ actor, programme, content, take }: Order): Promise<void> {
  const imported = await importOrganisations(actor, { programme, content, take });
  if (!imported.ok) return failFile(imported.reason);
  tell(imported.value.lines);
  console.log(`\nImported: ${imported.value.created.length}, in the name of ${actor.email}.`);
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { apply: { type: "boolean" }, take: { type: "string" }, programme: { type: "string" }, as: { type: "string" }, help: { type: "boolean" } },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

const { values, positionals } = readOptions();
const [file] = positionals;
if (values.help || file === undefined || positionals.length > 1) fail(usage);
const take = (values.take ?? "").split(",").filter(Boolean).map(Number);
if (!take.every(Number.isInteger)) fail(`--take wants numbers of lines, such as 7,10\n\n${usage}`);
const programme = values.programme ?? env().HOME_PROGRAMME;

let content: Uint8Array;
try {
  content = readFileSync(file);
} catch {
  fail(`There is no file ${file} that can be read.`);
}
const actor = await findOrganiser(programme, values.as ?? null).catch((error: unknown) => {
  if (error instanceof NotFound) return fail(`${values.as ?? "Nobody"} is no organiser of a programme ${programme}.`);
  throw error;
});
await (values.apply ? apply : dryRun)({ actor, programme, content, take });
process.exit(0);

import type { z } from "zod";
import { Unusable, type Locate, type Path } from "./defect";
import { lineOfPath } from "./json-line";

/** meetings[3].after[0] */
function nameOf(path: Path): string {
  return path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("").replace(/^\./, "");
}

/** Where JSON.parse stopped; at the end where it does not say. */
function lineOfError(text: string, detail: string): number {
  const [, line] = /line (\d+)/.exec(detail) ?? [];
  if (line !== undefined) return Number(line);
  const [, position] = /position (\d+)/.exec(detail) ?? [];
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}

/** @throws Unusable where the text is empty or no JSON; `locate` says in which line a part of the value stands */
export function parseJson(text: string): { value: unknown; locate: Locate } {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") throw new Unusable({ line: null, field: null, reason: "empty" });
  const locate: Locate = (path) => ({ line: lineOfPath(plain, path), field: path.length === 0 ? null : nameOf(path) });
  try {
    const value: unknown = JSON.parse(plain);
    return { value, locate };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    // The engine quotes what it found, which may be long.
    const short = detail.replace(/\s+/g, " ").slice(0, 120);
    throw new Unusable({ line: lineOfError(plain, detail), field: null, reason: "not_json", detail: short });
  }
}

/** @throws Unusable with the first thing that the schema does not accept */
export function validate<T>(schema: z.ZodType<T>, value: unknown, locate: Locate): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const inside = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...inside].filter((step) => typeof step !== "symbol");
  throw new Unusable({ ...locate(path), reason: "schema", detail: issue?.message.slice(0, 200) ?? "" });
}

import type { Problem } from "../problem";
import { attempt, Unusable, type Fault, type Locate, type Read } from "./defect";
import { toProblem, type Published } from "./published";

/** What each key is called in the files of 2021, and in the older ones. */
const keys = {
  participants: ["nBusiness", "nEmpreses"],
  meetings: ["nMeetings", "nReunions"],
  locations: ["nTables", "nTaules"],
  slots: ["nTotalSlots", "nFrangesTotal"],
  morningSlots: ["nMorningSlots", "nFrangesMati"],
  requested: ["requested", "demanades"],
  forbidden: ["forbidden", "prohibides"],
  fixed: ["fixed", "fixat"],
  precedences: ["precedences"],
} as const;
type Key = keyof typeof keys;

/** A piece of the text, and where it begins. */
type Piece = { text: string; at: number };
type Assignment = Piece & { name: string; nameAt: number };

class DataFile {
  readonly #text: string;
  readonly #assignments = new Map<string, Assignment>();

  constructor(text: string) {
    // What a comment says is no data; its place stays, so that lines are counted right.
    this.#text = text.replace(/%.*/g, (comment) => " ".repeat(comment.length));
    const found = [...this.#text.matchAll(/(?<![\w.])([A-Za-z_]\w*)\s*=/g)];
    for (const [index, match] of found.entries()) {
      const name = match[1] ?? "";
      const at = match.index + match[0].length;
      const value = this.#text.slice(at, found[index + 1]?.index).trimEnd().replace(/;$/, "");
      this.#assignments.set(name, { name, nameAt: match.index, text: value, at });
    }
  }

  get isEmpty(): boolean {
    return this.#text.trim() === "";
  }

  find(key: Key): Assignment | undefined {
    return keys[key].map((name) => this.#assignments.get(name)).find((found) => found !== undefined);
  }

  require(key: Key): Assignment {
    return this.find(key) ?? this.refuse(null, keys[key][0], { reason: "missing" });
  }

  lineOf(at: number): number {
    return this.#text.slice(0, at).split("\n").length;
  }

  refuse(at: number | null, field: string | null, fault: Fault): never {
    throw new Unusable({ line: at === null ? null : this.lineOf(at), field, ...fault });
  }
}

/** Pieces of a text that a pattern separates, without the blank ends of each. */
function split({ text, at }: Piece, separator: string): Piece[] {
  let begin = at;
  return text.split(separator).map((part) => {
    const piece = { text: part.trim(), at: begin + part.length - part.trimStart().length };
    begin += part.length + separator.length;
    return piece;
  });
}

function readNumber(file: DataFile, field: string, { text, at }: Piece): number {
  const number = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isNaN(number) ? file.refuse(at, field, { reason: "not_a_number", found: text.slice(0, 40) }) : number;
}

/** Numbers with commas between them, and perhaps one behind the last. */
function readNumbers(file: DataFile, field: string, piece: Piece): number[] {
  const parts = split(piece, ",");
  if (parts.at(-1)?.text === "") parts.pop();
  return parts.map((part) => readNumber(file, field, part));
}

/** What stands between two marks, which have to be the first and the last of the value. */
function unwrap(file: DataFile, { name, text, at }: Assignment, [open, close, wanted]: readonly [string, string, "rows" | "sets" | "numbers"]): Piece {
  const begin = text.length - text.trimStart().length;
  const value = text.trim();
  const isWrapped = value.startsWith(open) && value.endsWith(close) && value.length >= open.length + close.length;
  if (!isWrapped) file.refuse(at + begin, name, { reason: "not_a_list", wanted });
  return { text: value.slice(open.length, -close.length), at: at + begin + open.length };
}

type Row = { numbers: number[]; at: number };

/** One number per meeting, as a row of its own each. */
function readFixed(file: DataFile, assignment: Assignment): Row[] {
  const parts = split(unwrap(file, assignment, ["[", "]", "numbers"]), ",");
  if (parts.at(-1)?.text === "") parts.pop();
  return parts.map((part) => ({ numbers: [readNumber(file, assignment.name, part)], at: part.at }));
}

function readRequested(file: DataFile, assignment: Assignment): Row[] {
  const rows = split(unwrap(file, assignment, ["[|", "|]", "rows"]), "|").filter(({ text }) => text !== "");
  return rows.map((row, index) => {
    const field = `${assignment.name}, row ${index + 1}`;
    const numbers = readNumbers(file, field, row);
    if (numbers.length !== 3) file.refuse(row.at, field, { reason: "count", found: numbers.length, wanted: 3, stated: "a, b, session" });
    return { numbers, at: row.at };
  });
}

/** Sets such as {}, {1,4} and 2..5. */
function readSets(file: DataFile, assignment: Assignment): Row[] {
  const { text, at } = unwrap(file, assignment, ["[", "]", "sets"]);
  const set = /\{([^{}]*)\}|(\d{1,9})\s*\.\.\s*(\d{1,9})/g;
  const stray = /[^\s,]/.exec(text.replace(set, (found) => " ".repeat(found.length)));
  if (stray) file.refuse(at + stray.index, assignment.name, { reason: "not_a_list", wanted: "sets" });
  return [...text.matchAll(set)].map((match, index) => {
    const place = at + match.index;
    if (match[1] !== undefined) {
      return { numbers: readNumbers(file, `${assignment.name}, set ${index + 1}`, { text: match[1], at: place + 1 }), at: place };
    }
    const [from, to] = [Number(match[2]), Number(match[3])];
    // The ends alone say whether the numbers between them exist.
    const numbers = to - from > 1_000_000 ? [from, to] : Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
    return { numbers, at: place };
  });
}

/** As many rows as some other line of the file says. A list that the file leaves out has none. */
function readList(file: DataFile, key: Key, read: (file: DataFile, assignment: Assignment) => Row[], stated: Key): Row[] {
  const assignment = key === "requested" ? file.require(key) : file.find(key);
  if (!assignment) return [];
  const rows = read(file, assignment);
  const count = file.require(stated);
  const wanted = readNumber(file, count.name, { text: count.text.trim(), at: count.nameAt });
  if (rows.length !== wanted) file.refuse(assignment.nameAt, assignment.name, { reason: "count", found: rows.length, wanted, stated: count.name });
  return rows;
}

/** Where a path of the published form stands in this file. */
function locator(file: DataFile, lists: { requested: Row[]; forbidden: Row[]; fixed: Row[]; precedences: Row[] }): Locate {
  const names: Record<string, "requested" | "fixed" | "precedences"> = { a: "requested", b: "requested", session: "requested", fixed: "fixed", after: "precedences" };
  return ([head, index, part]) => {
    const key = head === "meetings" ? names[String(part)] : head;
    if (key === "requested" || key === "forbidden" || key === "fixed" || key === "precedences") {
      const at = lists[key][Number(index)]?.at;
      const kind = key === "requested" ? "row" : "number";
      const field = `${file.find(key)?.name}, ${key === "forbidden" || key === "precedences" ? "set" : kind} ${Number(index) + 1}`;
      return { line: at === undefined ? null : file.lineOf(at), field };
    }
    const found = typeof head === "string" && isKey(head) ? file.find(head) : undefined;
    return { line: found ? file.lineOf(found.nameAt) : null, field: found?.name ?? null };
  };
}

function readPublished(file: DataFile): { published: Published; locate: Locate } {
  const number = (key: Key) => {
    const { name, text, nameAt } = file.require(key);
    return readNumber(file, name, { text: text.trim(), at: nameAt });
  };
  const lists = {
    requested: readList(file, "requested", readRequested, "meetings"),
    forbidden: readList(file, "forbidden", readSets, "participants"),
    fixed: readList(file, "fixed", readFixed, "meetings"),
    precedences: readList(file, "precedences", readSets, "meetings"),
  };
  const locate = locator(file, lists);
  const published: Published = {
    participants: number("participants"),
    slots: number("slots"),
    morningSlots: number("morningSlots"),
    locations: number("locations"),
    fairness: 2,
    forbidden: lists.forbidden.map(({ numbers }) => numbers),
    meetings: lists.requested.map(({ numbers: [a = 0, b = 0, session = 0] }, index) => {
      // In this format 3 is any; 0 would be no session at all.
      if (session < 1 || session > 3) {
        throw new Unusable({ ...locate(["meetings", index, "session"]), reason: "out_of_range", found: session, from: 1, to: 3 });
      }
      const after = lists.precedences[index]?.numbers.filter((earlier) => earlier !== 0) ?? [];
      return { a, b, session: session === 3 ? 0 : session, fixed: lists.fixed[index]?.numbers[0] ?? 0, after, weight: 1 };
    }),
  };
  return { published, locate };
}

/** Reads the published data files (MiniZinc's .dzn, with English or the older Catalan keys). Fairness is 2. */
export function readDzn(text: string): Read<Problem> {
  return attempt(() => {
    const file = new DataFile(text.replace(/^\uFEFF/, ""));
    if (file.isEmpty) return file.refuse(null, null, { reason: "empty" });
    if (!Object.keys(keys).filter(isKey).some((key) => file.find(key))) return file.refuse(null, null, { reason: "unknown_form" });
    const { published, locate } = readPublished(file);
    return toProblem(published, locate);
  });
}

function isKey(name: string): name is Key {
  return name in keys;
}

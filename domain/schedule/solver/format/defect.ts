/**
 * Why a text is no problem that can be solved, and where: `line` counts from 1, `field` is the place in the words of the
 * file. Both are null where the text as a whole is meant.
 */
export type Defect = { line: number | null; field: string | null } & Fault;

export type Fault =
  | { reason: "empty" }
  /** Neither of the forms that a file may have. */
  | { reason: "unknown_form" }
  | { reason: "not_json"; detail: string }
  | { reason: "missing" }
  /** Against the JSON Schema, in the words of zod. */
  | { reason: "schema"; detail: string }
  | { reason: "not_a_number"; found: string }
  | { reason: "not_a_list"; wanted: "rows" | "sets" | "numbers" }
  | { reason: "out_of_range"; found: number; from: number; to: number }
  | { reason: "count"; found: number; wanted: number; stated: string }
  | { reason: "unknown_id"; found: string; kind: string }
  | { reason: "duplicate"; found: string }
  | { reason: "with_itself"; found: string }
  | { reason: "order_of_slots" }
  /** Each of these meetings has to be later than the next one, and the last one later than the first. */
  | { reason: "cycle"; meetings: string[] };

export type Read<T> = { ok: true; value: T } | { ok: false; defect: Defect };

/** What stops a reader; `attempt` makes an answer of it. */
export class Unusable extends Error {
  readonly defect: Defect;

  constructor(defect: Defect) {
    super(defect.reason);
    this.defect = defect;
  }
}

/** A place in what a file says, from the outside in: ["meetings", 3, "after", 0]. */
export type Path = readonly (string | number)[];

/** Says where in its file something stands. */
export type Locate = (path: Path) => { line: number | null; field: string | null };

export function attempt<T>(read: () => T): Read<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Unusable) return { ok: false, defect: error.defect };
    throw error;
  }
}

import { z } from "zod";

/**
 * What a failure of the database means to the one who caused it.
 * `conflict`: another transaction was in the way, the same command may be tried again.
 * `unavailable`: it cannot be reached, or has no room or time.
 */
export type Fault = {
  kind: "unique" | "check" | "foreign_key" | "conflict" | "unavailable" | "other";
  /** SQLSTATE where PostgreSQL answered, else the code of Prisma or of the connection. */
  code: string;
  /** Name of the constraint or unique index, where the database told it. */
  constraint: string | null;
};

// The shapes of Prisma 7 and of the driver below it. `cause.detail` holds values of rows and is never looked at.
const causeSchema = z.object({
  kind: z.string().optional(),
  originalCode: z.string().optional(),
  originalMessage: z.string().optional(),
  constraint: z.object({ index: z.string().optional() }).optional().catch(undefined),
});
const knownSchema = z.object({
  name: z.literal("PrismaClientKnownRequestError"),
  code: z.string(),
  meta: z.object({ driverAdapterError: z.object({ cause: causeSchema }).optional() }).optional(),
});
const brokenSchema = z.object({ code: z.string().optional(), message: z.string() });

const states: [RegExp, Fault["kind"]][] = [
  [/^23505$/, "unique"],
  [/^(?:23514|23P01)$/, "check"],
  [/^23503$/, "foreign_key"],
  [/^(?:40001|40P01|55P03)$/, "conflict"],
  [/^(?:08|53|57P0|3D000)/, "unavailable"],
  // Prisma's own: unreachable, timed out, no such database, closed, pool or transaction without time; write conflict.
  [/^(?:P100[1-3]|P1008|P1017|P2024|P2028|P2037)$/, "unavailable"],
  [/^P2034$/, "conflict"],
];

function kindOf(code: string): Fault["kind"] {
  return states.find(([pattern]) => pattern.test(code))?.[1] ?? "other";
}

/** A connection that broke is a plain Error of the driver. */
function classifyBroken(error: unknown): Fault | null {
  const broken = brokenSchema.safeParse(error).data;
  if (!broken) return null;
  const isLost = /^Connection terminated|^Client has encountered a connection error|server closed the connection/.test(broken.message);
  if (isLost) return { kind: "unavailable", code: "connection_lost", constraint: null };
  return null;
}

/**
 * What kind of failure of the database this is; null where it is none. Nothing of the answer is a value of a row, so
 * that it may be logged.
 */
export function classifyFault(error: unknown): Fault | null {
  const known = knownSchema.safeParse(error).data;
  if (!known) return classifyBroken(error);
  const cause = known.meta?.driverAdapterError?.cause;
  const code = cause?.kind === "DatabaseNotReachable" ? "P1001" : (cause?.originalCode ?? known.code);
  // Check and exclusion constraints are named in the first line of PostgreSQL's message only.
  const named = /constraint "([^"]+)"/.exec(cause?.originalMessage ?? "")?.[1];
  return { kind: kindOf(code), code, constraint: cause?.constraint?.index ?? named ?? null };
}

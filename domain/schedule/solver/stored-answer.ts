import { z } from "zod";
import { levelNames, type Answer, type ConflictPart, type Progress } from "./answer";

// An answer and a progress lie in the database as JSON; what is read from there is looked at first.
const count = z.number().min(0);
const ids = z.array(z.string());

const conflictPartSchema: z.ZodType<ConflictPart> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("meeting"), meeting: z.string() }),
  z.object({ kind: z.literal("participant"), participant: z.string(), meetings: count, slots: count }),
  z.object({ kind: z.literal("rooms"), slot: z.string(), rooms: ids }),
  z.object({ kind: z.literal("interpreters"), slot: z.string(), interpreters: ids }),
  z.object({ kind: z.literal("order"), earlier: z.string(), later: z.string() }),
  z.object({ kind: z.literal("fairness"), difference: count }),
]);

const levelSchema = z.object({
  name: z.enum(levelNames),
  value: z.number(),
  bound: z.number(),
  argument: z.enum(["none", "degree", "search", "given_times"]),
});

export const answerSchema: z.ZodType<Answer> = z.object({
  status: z.enum(["optimal", "feasible", "infeasible", "unknown"]),
  placements: z.array(z.object({ meeting: z.string(), slot: z.string(), room: z.string(), interpreter: z.string().nullable() })),
  unplaced: ids,
  breaks: count,
  levels: z.array(levelSchema),
  conflict: z.object({ parts: z.array(conflictPartSchema) }).nullable(),
  seconds: count,
  seed: count,
  isCut: z.boolean(),
});

export const progressSchema: z.ZodType<Progress> = z.object({
  seconds: count,
  level: z.enum(levelNames),
  placed: count,
  breaks: count,
  bound: z.number(),
});

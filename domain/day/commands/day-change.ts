import { z } from "zod";
import { stepSchema } from "@/domain/schedule/commands/apply-repair";
import { causeSchema } from "../schema";

const daySchema = causeSchema.extend({ after: z.number(), number: z.number(), steps: z.array(stepSchema), made: z.array(z.string()) });

/** A change of the day as the audit log keeps it: why, which version came of it, and what it did to each meeting. `made`: meetings that it made. */
export type DayChange = z.output<typeof daySchema>;

export function parseDayChange(details: unknown): DayChange {
  return daySchema.parse(details);
}

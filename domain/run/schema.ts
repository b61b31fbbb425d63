import { z } from "zod";
import { idSchema, slugSchema } from "@/domain/input";

/** One run of an event, by its id. */
export const runKeySchema = z.object({ event: slugSchema, run: idSchema });
export type RunKey = z.output<typeof runKeySchema>;

export type RunState = "queued" | "running" | "done" | "cancelled" | "failed";

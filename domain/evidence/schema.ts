import { z } from "zod";
import type { AttendanceState } from "@/domain/attendance/schema";
import type { InsideEvent } from "@/domain/event/schema";
import { idSchema, slugSchema } from "@/domain/input";

/** `role`: a duty of somebody, of the programme or of one of its events. */
export const readerSchema = z.object({ programme: slugSchema, role: idSchema });
export type ReaderInput = z.output<typeof readerSchema>;

/** One person who takes part. `personName`: null where the person does not want to be in evidence. */
export type EvidenceRow = {
  id: string;
  personName: string | null;
  organisation: string;
  country: string;
  registeredAt: Date;
  attendance: AttendanceState | null;
  arrivedAt: Date | null;
};

export type EvidenceList = { event: InsideEvent; rows: EvidenceRow[] };

/** Somebody with a duty, who may be let in. `event`: the duty's; null: the whole programme. */
export type Reader = { role: string; person: string; duty: "organiser" | "moderator"; event: string | null; since: Date | null };

import { z } from "zod";
import { idSchema, slugSchema } from "@/domain/input";

export const attendanceStates = ["here", "left", "absent"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** Where a participant is on the day. `arrivedAt`: here for the first time. */
export type Attendance = { state: AttendanceState; since: Date; arrivedAt: Date | null; version: number };

export const checkInSchema = z.object({ event: slugSchema });
export type CheckInInput = z.output<typeof checkInSchema>;

/** "unknown" takes back what was said. `version`: of what the moderator saw; 0 where nothing was known. */
export const setAttendanceSchema = z.object({
  event: slugSchema,
  registration: idSchema,
  state: z.enum([...attendanceStates, "unknown"]),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
});
export type SetAttendanceInput = z.output<typeof setAttendanceSchema>;

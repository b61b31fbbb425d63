import type { Participant } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { Attendance } from "./schema";

/** Columns of an Attendance. */
export const attendanceSelect = { state: true, since: true, arrivedAt: true, version: true } as const satisfies Prisma.AttendanceSelect;

/** Where the participant is, as far as is known. */
export function getAttendance({ registration }: Participant): Promise<Attendance | null> {
  return db.attendance.findUnique({ where: { registrationId: registration.id }, select: attendanceSelect });
}

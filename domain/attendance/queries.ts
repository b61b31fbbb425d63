import type { Prisma } from "@/prisma/generated/client";

/** Columns of an Attendance. */
export const attendanceSelect = { state: true, since: true, arrivedAt: true, version: true } as const satisfies Prisma.AttendanceSelect;

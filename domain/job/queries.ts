import { db } from "@/prisma/client";

/** What time it is for the database, which decides what is due. Public. */
export async function getDatabaseTime(): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT now() AS "now"`;
  return row?.now ?? new Date(NaN);
}

import { db } from "@/prisma/client";

/** Whether the database answers. Public. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await db.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}

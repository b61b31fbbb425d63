import { ok, refuse, type Result } from "@/domain/result";
import { db } from "@/prisma/client";

/**
 * Says what this installation is at its start. A start without the demo ends the demo for good: from then on real
 * people may be in the database, and nobody signs in with one click.
 * Refusals: "no_demo_data" where the demo is wanted and the database is not marked as holding nothing else.
 */
export async function startInstallation(isDemoWanted: boolean): Promise<Result<{ isDemo: boolean }, "no_demo_data">> {
  if (isDemoWanted) {
    const marked = await db.installation.count({ where: { isDemo: true } });
    return marked > 0 ? ok({ isDemo: true }) : refuse("no_demo_data");
  }
  await db.installation.upsert({ where: { id: 1 }, create: { id: 1, isDemo: false }, update: { isDemo: false } });
  return ok({ isDemo: false });
}

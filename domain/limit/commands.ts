import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { type LimitName, limits } from "./rules";

const limiters = new Map<LimitName, RateLimiterPrisma>();

function limiterOf(name: LimitName): RateLimiterPrisma {
  const known = limiters.get(name);
  if (known) return known;
  const { points, seconds } = limits[name];
  const made = new RateLimiterPrisma({
    storeClient: db, tableName: "rateLimiterFlexible", keyPrefix: name, points, duration: seconds, clearExpiredByTimeout: false,
  });
  limiters.set(name, made);
  return made;
}

/**
 * Counts one use against a limit. False: it is used up, and so is this attempt.
 * @param subject whose limit it is (an address, a client, a user's id); only its hash is stored
 */
export async function takePoint(name: LimitName, subject: string): Promise<boolean> {
  const key = createHash("sha256").update(subject).digest("base64url");
  try {
    await limiterOf(name).consume(key);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/**
 * Forgets counts whose time has passed.
 * @param now the database's time
 */
export async function forgetOldPoints(now: Date): Promise<number> {
  const { count } = await db.rateLimiterFlexible.deleteMany({ where: { expire: { lt: addMinutes(now, -60) } } });
  return count;
}

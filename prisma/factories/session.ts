import { createHash, randomBytes } from "node:crypto";
import { db } from "../client";

/** A session of a person who exists, as signing in would have opened it. Answers the cookie's value. */
export async function createSession(email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.session.create({
    data: {
      tokenHash: createHash("sha256").update(token).digest("hex"),
      user: { connect: { email } },
      expiresAt: new Date(Date.now() + 24 * 3_600_000),
    },
  });
  return token;
}

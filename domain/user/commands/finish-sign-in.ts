import { recordAudit } from "@/domain/audit/commands";
import { visitor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { takePoint } from "@/domain/limit/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { mostWrongCodes } from "../rules";
import type { Device } from "../schema";
import { hashCode, hashSecret } from "./hash-secret";
import { openSession, type OpenSession } from "./open-session";

/** Who comes with a link or a code: the secret of the browser, where it has one, and the session that it had. */
export type Comer = Device & { browser: string | null; client: string; oldToken: string | null };

export type SignedIn = OpenSession & { returnTo: string | null };

type Proven = { email: string; locale: Locale; returnTo: string | null };

/**
 * The mailbox has been proved: its user is there from now on, and a new session takes the place of the one that this
 * browser had.
 */
async function signIn(tx: Tx, proven: Proven, comer: Comer, way: "link" | "code"): Promise<SignedIn> {
  const { email, locale, returnTo } = proven;
  await tx.user.createMany({ data: [{ email, locale }], skipDuplicates: true });
  const { id } = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  if (comer.oldToken) await tx.session.deleteMany({ where: { tokenHash: hashSecret(comer.oldToken) } });
  const session = await openSession(tx, id, comer);
  await recordAudit(tx, visitor, { action: "user.sign_in", objectType: "user", objectId: id, details: { way } });
  return { ...session, returnTo };
}

/**
 * Signs in by the code of a mail, in the browser that asked for it. Right or wrong is decided and counted in one
 * statement, so that many guesses at once are no more than many one by one.
 * Refusals: "code_wrong"; "sign_in_over" (used, too old, guessed too often, or not asked for in this browser);
 * "too_many_attempts".
 */
export async function finishSignInByCode(
  code: string,
  comer: Comer,
): Promise<Result<SignedIn, "code_wrong" | "sign_in_over" | "too_many_attempts">> {
  const { browser } = comer;
  if (!browser) return refuse("sign_in_over");
  if (!(await takePoint("sign_in_try", comer.client))) return refuse("too_many_attempts");
  const codeHash = hashCode(code, browser);
  return db.$transaction(async (tx) => {
    const [tried] = await tx.$queryRaw<(Proven & { isRight: boolean; wrongCodes: number })[]>`
      UPDATE "SignIn" SET
        "wrongCodes" = "wrongCodes" + CASE WHEN "codeHash" = ${codeHash} THEN 0 ELSE 1 END,
        "consumedAt" = CASE WHEN "codeHash" = ${codeHash} THEN now() END
      WHERE "browserHash" = ${hashSecret(browser)} AND "consumedAt" IS NULL AND "expiresAt" > now()
        AND "wrongCodes" < ${mostWrongCodes}
      RETURNING "email", "locale"::text, "returnTo", "consumedAt" IS NOT NULL AS "isRight", "wrongCodes"`;
    if (!tried || tried.wrongCodes >= mostWrongCodes) return refuse("sign_in_over");
    if (!tried.isRight) return refuse("code_wrong");
    return ok(await signIn(tx, tried, comer, "code"));
  });
}

/**
 * Signs in by the link of a mail, in the browser that asked for it. One use wins, however many come at once.
 * Refusals: "other_browser" (the link is good, but was asked for elsewhere, where it and its code still work);
 * "sign_in_over"; "too_many_attempts".
 */
export async function finishSignInByLink(
  token: string,
  comer: Comer,
): Promise<Result<SignedIn, "other_browser" | "sign_in_over" | "too_many_attempts">> {
  if (!(await takePoint("sign_in_try", comer.client))) return refuse("too_many_attempts");
  const tokenHash = hashSecret(token);
  const browserHash = hashSecret(comer.browser ?? "");
  return db.$transaction(async (tx) => {
    const [used] = await tx.$queryRaw<Proven[]>`
      UPDATE "SignIn" SET "consumedAt" = now()
      WHERE "tokenHash" = ${tokenHash} AND "browserHash" = ${browserHash} AND "consumedAt" IS NULL
        AND "expiresAt" > now() AND "wrongCodes" < ${mostWrongCodes}
      RETURNING "email", "locale"::text, "returnTo"`;
    if (used) return ok(await signIn(tx, used, comer, "link"));
    const isGood = await tx.signIn.count({
      where: {
        tokenHash, browserHash: { not: browserHash }, consumedAt: null, expiresAt: { gt: new Date() }, wrongCodes: { lt: mostWrongCodes },
      },
    });
    return refuse(isGood > 0 ? "other_browser" : "sign_in_over");
  });
}

import type { Locale } from "@/domain/input";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { localPath, signInMinutes } from "../rules";
import { hashCode, hashSecret, newCode, newSecret } from "./hash-secret";

type Request = {
  /** Normalised by emailSchema. */
  email: string;
  locale: Locale;
  /** Where to lead back to, unchecked. */
  next: string | undefined;
  /** The client's address, by clientOf. */
  client: string;
};

/**
 * Sends a link and a code to an address, whoever it belongs to: nothing is looked up, so that the answer and its time
 * are the same for known and unknown addresses. Answers the secret of the browser that asked; only with it do link
 * and code work. Refusals: "too_many_attempts".
 */
export async function requestSignIn({ email, locale, next, client }: Request): Promise<Result<{ browser: string; expiresAt: Date }, "too_many_attempts">> {
  if (!(await takePoint("sign_in_client", client))) return refuse("too_many_attempts");
  if (!(await takePoint("sign_in_address", email))) return refuse("too_many_attempts");
  const [browser, token, code] = [newSecret(), newSecret(), newCode()];
  const expiresAt = addMinutes(new Date(), signInMinutes);
  await db.$transaction(async (tx) => {
    const { id } = await tx.signIn.create({
      select: { id: true },
      data: {
        email,
        locale,
        tokenHash: hashSecret(token),
        codeHash: hashCode(code, browser),
        browserHash: hashSecret(browser),
        returnTo: localPath(next),
        expiresAt,
      },
    });
    await enqueueMail(tx, { kind: "sign_in", key: `sign_in/${id}`, to: email, userId: null, locale, params: { token, code, minutes: signInMinutes }, about: null });
  });
  return ok({ browser, expiresAt });
}

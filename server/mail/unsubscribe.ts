import { createHmac, timingSafeEqual } from "node:crypto";
import type { Locale } from "@/domain/input";
import { hashAddress } from "@/domain/mail/commands/hash-address";
import { isOptionalMail } from "@/domain/mail/rules";
import { type MailKind, optionalMails, type Subscription } from "@/domain/mail/schema";

function sign(words: string, secret: string): string {
  return createHmac("sha256", secret).update(`unsubscribe ${words}`).digest("base64url");
}

/** What a link carries that switches one kind of mail off for one address, and nothing else. It names no address. */
export function writeToken({ kind, addressHash }: Subscription, secret: string): string {
  const words = `${kind}.${addressHash}`;
  return `${words}.${sign(words, secret)}`;
}

/** What a token is about; null where it was not signed here. */
export function readToken(token: string, secret: string): Subscription | null {
  const [name, addressHash = "", signature = ""] = token.split(".");
  const kind = optionalMails.find((one) => one === name);
  if (!kind || !/^[0-9a-f]{64}$/.test(addressHash)) return null;
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(`${kind}.${addressHash}`, secret))];
  return given.length === right.length && timingSafeEqual(given, right) ? { kind, addressHash } : null;
}

/**
 * The address that takes a mail of this kind off: mail programs send a POST there (RFC 8058), people are led to a page.
 * Null for what is necessary.
 */
export function unsubscribeUrl(mail: { kind: MailKind; to: string; locale: Locale }, { appUrl, secret }: { appUrl: string; secret: string }): string | null {
  if (!isOptionalMail(mail.kind)) return null;
  const token = writeToken({ kind: mail.kind, addressHash: hashAddress(mail.to) }, secret);
  return `${appUrl}/api/unsubscribe/${mail.locale}/${token}`;
}

import { createHash, randomBytes, randomInt } from "node:crypto";

/** A value that nobody guesses, for links and cookies. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Six digits to type. */
export function newCode(): string {
  return randomInt(1_000_000).toString().padStart(6, "0");
}

/** What is stored of a secret: SHA-256, in hex. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** What is stored of a code: the browser's secret goes in, since a million codes are quickly tried. */
export function hashCode(code: string, browser: string): string {
  return hashSecret(`${code}/${browser}`);
}

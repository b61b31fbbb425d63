import { createHash } from "node:crypto";

/** By what an address is known once its mails are gone. */
export function hashAddress(address: string): string {
  return createHash("sha256").update(address).digest("hex");
}

import { createHash } from "node:crypto";
import { nameIdentity } from "../rules";

/** An id made of what it stands for: the same parts give the same id, others another. */
export function makeKey(...parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  // Each part by its own hash, so that "a", "bc" is not "ab", "c".
  for (const part of parts) hash.update(createHash("sha256").update(part).digest());
  const hex = hash.digest("hex");
  // Version 8: an id made in one's own way (RFC 9562).
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

/** The key under which a programme's import stores an organisation. It is unique: nobody is imported twice. */
export function organisationKey(programmeId: string, organisation: { name: string; country: string }): string {
  return makeKey("import", programmeId, nameIdentity(organisation));
}

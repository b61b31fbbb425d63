import { createHash } from "node:crypto";

/** The id of a demo row: the same name has the same id in every installation, so that addresses in notes stay true. */
export function demoId(name: string): string {
  const hex = createHash("sha256").update(`pomost demo ${name}`).digest("hex");
  // Version 8: an id made in one's own way (RFC 9562).
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

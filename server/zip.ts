import { strToU8, zipSync } from "fflate";

export type ZipEntry = { name: string; content: string };

/** Several text files as one ZIP archive, written at `at` in UTC; names are UTF-8. */
export function writeZip(entries: readonly ZipEntry[], at: Date): Buffer<ArrayBuffer> {
  const files = Object.fromEntries(entries.map(({ name, content }) => [name, strToU8(content)]));
  // A ZIP knows no zones: the library writes what the server's own clock shows.
  const mtime = new Date(at.getTime() + at.getTimezoneOffset() * 60_000);
  return Buffer.from(zipSync(files, { mtime }));
}

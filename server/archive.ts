import { writeZip, type ZipEntry } from "./zip";

/** A file to download that nobody else may keep. */
export function answerFile(name: string, type: string, content: BodyInit): Response {
  return new Response(content, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" },
  });
}

export function answerZip(name: string, entries: readonly ZipEntry[], at: Date): Response {
  return answerFile(name, "application/zip", writeZip(entries, at));
}

/** The hour's downloads are used up. */
export function tooMany(): Response {
  return new Response(null, { status: 429, headers: { "Retry-After": "3600" } });
}

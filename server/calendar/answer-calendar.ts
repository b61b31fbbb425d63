import { createHash } from "node:crypto";

/** The same calendar has the same tag, whenever its file is made. */
function tagOf(file: string): string {
  const lasting = file.replaceAll(/^DTSTAMP:.*$/gm, "");
  return `W/"${createHash("sha256").update(lasting).digest("base64url").slice(0, 27)}"`;
}

/**
 * A calendar file as an answer; 304 where the client has it already.
 * @param isPublic anybody may keep it for a while; otherwise the client asks each time, so that a removed address ends at once
 */
export function answerCalendar(request: Request, file: string, { name, isPublic }: { name: string; isPublic: boolean }): Response {
  const tag = tagOf(file);
  const headers = { ETag: tag, "Cache-Control": isPublic ? "public, max-age=900" : "private, no-cache", "X-Robots-Tag": "noindex" };
  const known = request.headers.get("if-none-match")?.split(",").map((one) => one.trim()) ?? [];
  if (known.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(file, {
    headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `inline; filename="${name}.ics"`, "X-Content-Type-Options": "nosniff" },
  });
}

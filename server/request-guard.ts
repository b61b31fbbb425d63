import { isFromPortal } from "./origin";

/** Bytes of the largest form: a picture of two megabytes with everything around it. Next's own limit is the same. */
const mostBytes = 3 * 1024 * 1024;

function refuse(status: number, code: string): Response {
  return new Response(code, { status, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } });
}

/** An address whose bytes are no text ("%ff") is no address of this portal. */
function isText(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

async function isForm(request: Request): Promise<boolean> {
  try {
    await request.clone().formData();
    return true;
  } catch {
    return false;
  }
}

/** Forms as browsers send them: with their length, not too long, readable, from a page of this portal. */
async function judgeForm(request: Request, appUrl: string): Promise<Response | null> {
  if (!isFromPortal(request.headers, appUrl, true)) return refuse(403, "foreign_origin");
  const length = request.headers.get("content-length");
  if (length === null) return refuse(411, "length_required");
  if (!(Number(length) <= mostBytes)) return refuse(413, "too_big");
  const type = request.headers.get("content-type") ?? "";
  const isUnreadable = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type) && !(await isForm(request));
  return isUnreadable ? refuse(400, "no_form") : null;
}

/**
 * The answer to a request that no page can do anything with; null where it is one to serve. Next would call some of
 * these its own failures (500).
 * @param appUrl address of the portal
 */
export async function refuseMalformed(request: Request, appUrl: string): Promise<Response | null> {
  if (!isText(new URL(request.url).pathname)) return refuse(400, "bad_address");
  if (request.method === "GET" || request.method === "HEAD") return null;
  return request.method === "POST" ? judgeForm(request, appUrl) : refuse(405, "method_not_allowed");
}

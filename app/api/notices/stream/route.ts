import { getNews } from "@/domain/notice/queries";
import { hub } from "@/server/live/hub";
import { openStream } from "@/server/live/stream";
import { readVisit } from "@/server/session";

/** Tells an open page that something has changed (server-sent events). */
export async function GET(request: Request): Promise<Response> {
  const visit = await readVisit();
  if (!visit) return new Response(null, { status: 401, headers: { "Cache-Control": "no-store" } });
  return openStream(visit, { hub: hub(), readNews: () => getNews(visit.person) }, request.signal);
}

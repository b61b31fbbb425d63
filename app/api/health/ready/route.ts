import { isReady, noticeOutage } from "@/server/outage";

export const dynamic = "force-dynamic";

/** Requests can be served: the database answers. */
export async function GET() {
  const ready = await isReady();
  if (!ready) noticeOutage();
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store", ...(ready ? {} : { "Retry-After": "5" }) } });
}

import { hasWorker, isReady, noticeOutage } from "@/server/outage";

export const dynamic = "force-dynamic";

/** Requests can be served: the database answers. Whether a worker was heard of within a minute is told besides, and takes no server away. */
export async function GET() {
  const ready = await isReady();
  if (!ready) noticeOutage();
  const worker = ready && (await hasWorker());
  return Response.json({ ready, worker }, { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store", ...(ready ? {} : { "Retry-After": "5" }) } });
}

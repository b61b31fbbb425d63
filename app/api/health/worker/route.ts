import { hasWorker } from "@/server/outage";

export const dynamic = "force-dynamic";

/** Some worker was heard of within a minute. Apart from the readiness of web servers, which serve pages without one. */
export async function GET() {
  const worker = await hasWorker();
  return Response.json({ worker }, { status: worker ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}

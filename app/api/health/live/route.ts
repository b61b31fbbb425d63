export const dynamic = "force-dynamic";

/** The process runs. Says nothing about what it depends on, so that nobody restarts it for that. */
export function GET() {
  return Response.json({ live: true }, { headers: { "Cache-Control": "no-store" } });
}

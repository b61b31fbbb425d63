import { readVisit } from "@/server/session";

const headers = { "Cache-Control": "no-store" };

/** How much is unread, for pages that cannot hold a stream: `{ unread, latest }`. */
export async function GET(): Promise<Response> {
  const visit = await readVisit();
  return visit ? Response.json(visit.news, { headers }) : Response.json({ error: "signed_out" }, { status: 401, headers });
}

import { takePoint } from "@/domain/limit/commands";
import { listSimilarOrganisations } from "@/domain/organisation/queries";
import { nameSchema } from "@/domain/organisation/schema";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";

const options = { headers: { "Cache-Control": "no-store" } };

/** Organisations whose names are similar to `?name=`, while somebody types it into the first form: `{ organisations }`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor.kind === "visitor") return Response.json({ error: "signed_out" }, { ...options, status: 401 });
  if (!(await takePoint("search", actor.userId))) return Response.json({ error: "too_many_attempts" }, { ...options, status: 429 });
  const name = nameSchema.safeParse(new URL(request.url).searchParams.get("name"));
  if (!name.success) return Response.json({ organisations: [] }, options);
  const programme = await getHomeProgramme();
  const organisations = await listSimilarOrganisations(actor, programme.id, { name: name.data, exceptKey: null });
  return Response.json({ organisations }, options);
}

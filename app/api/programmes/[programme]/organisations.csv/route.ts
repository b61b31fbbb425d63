import { exportOrganisations } from "@/domain/import/queries/export-organisations";
import { slugSchema } from "@/domain/input";
import { takePoint } from "@/domain/limit/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { getActor } from "@/server/session";

/** The organisations of a programme as a file that can be imported again; for its organisers. */
export async function GET(_request: Request, { params }: { params: Promise<{ programme: string }> }): Promise<Response> {
  const [actor, slug] = [await getActor(), slugSchema.safeParse((await params).programme)];
  if (actor.kind === "visitor") return new Response(null, { status: 401 });
  if (!slug.success) return new Response(null, { status: 404 });
  if (!(await takePoint("export", actor.userId))) return new Response(null, { status: 429, headers: { "Retry-After": "3600" } });
  try {
    const csv = await exportOrganisations(actor, slug.data);
    return new Response(csv, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="organisations-${slug.data}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof NotFound || error instanceof SignedOut) return new Response(null, { status: 404 });
    throw error;
  }
}

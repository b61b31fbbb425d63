import type { NextRequest } from "next/server";
import { NotFound } from "@/domain/result";
import { exportBreakouts } from "@/domain/schedule/commands/export-breakouts";
import { breakoutSchema } from "@/domain/schedule/schema";
import { writeBreakouts } from "@/server/breakouts";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Context = { params: Promise<{ locale: string; event: string; slot: string }> };

/** Who is in which breakout room in one slot, as a file that Zoom imports. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  const { event, slot } = await params;
  const key = breakoutSchema.safeParse({ event, slot });
  const work = key.success ? exportBreakouts(await getActor(), key.data) : Promise.reject(new NotFound("no such slot"));
  const result = await readPage(work);
  if (!result.ok) return new Response(null, { status: 429, headers: { "Retry-After": "3600" } });
  const { name, content } = writeBreakouts(result.value);
  return new Response(content, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

import type { NextRequest } from "next/server";
import { NotFound } from "@/domain/result";
import { type BreakoutExport, exportBreakouts } from "@/domain/schedule/commands/export-breakouts";
import { breakoutSchema } from "@/domain/schedule/schema";
import { formatTime } from "@/i18n/format";
import { writeCsv } from "@/server/csv";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Context = { params: Promise<{ locale: string; event: string; slot: string }> };

/** The columns by which Zoom reads pre-assigned breakout rooms; it knows them in English only. */
const header = ["Pre-assign Room Name", "Email Address"];

/** "2027-03-18-matchmaking-slot-03-1347-1401.csv": which slot, and when, in the event's time zone. */
function nameOf({ event, slot }: BreakoutExport): string {
  const clock = (instant: Date) => formatTime(instant, "de", event.timeZone).replace(/\D/g, "");
  return `${event.slug}-slot-${String(slot.number).padStart(2, "0")}-${clock(slot.startsAt)}-${clock(slot.endsAt)}.csv`;
}

/** Who is in which breakout room in one slot, as a file that Zoom imports. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  const { event, slot } = await params;
  const key = breakoutSchema.safeParse({ event, slot });
  const work = key.success ? exportBreakouts(await getActor(), key.data) : Promise.reject(new NotFound("no such slot"));
  const result = await readPage(work);
  if (!result.ok) return new Response(null, { status: 429, headers: { "Retry-After": "3600" } });
  const rows = result.value.rows.map(({ room, email }) => [room, email]);
  return new Response(writeCsv(header, rows, "program"), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${nameOf(result.value)}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

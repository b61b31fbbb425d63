import type { BreakoutExport } from "@/domain/schedule/commands/export-breakouts";
import { formatTime } from "@/i18n/format";
import { writeCsv } from "./csv";

/** The columns by which Zoom reads pre-assigned breakout rooms; it knows them in English only. */
const header = ["Pre-assign Room Name", "Email Address"];

/**
 * Who is in which breakout room in one slot, as a file that Zoom imports: one line for each person.
 * `name` says which slot and when, in the event's time zone: "2027-03-18-matchmaking-slot-03-1347-1401.csv".
 */
export function writeBreakouts({ event, slot, rows }: BreakoutExport): { name: string; content: string } {
  const clock = (instant: Date) => formatTime(instant, "de", event.timeZone).replace(/\D/g, "");
  return {
    name: `${event.slug}-slot-${String(slot.number).padStart(2, "0")}-${clock(slot.startsAt)}-${clock(slot.endsAt)}.csv`,
    content: writeCsv(header, rows.map(({ room, email }) => [room, email]), "program"),
  };
}

import { spawnSync } from "node:child_process";
import { z } from "zod";
import { installPackage, isDebianRoot } from "./debian";
import type { Outcome } from "./outcomes";

/** Debian's own Python first: its package of the reader belongs to that one. */
const pythons = ["/usr/bin/python3", "python3"];

const script = `
import json, sys, icalendar
def read(text):
    calendar = icalendar.Calendar.from_ical(text)
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
    def instant(prop):
        zone = prop.params.get("TZID")
        if zone is None: return prop.dt.isoformat()
        made = zones[str(zone)]
        naive = prop.dt.replace(tzinfo=None)
        aware = made.localize(naive) if hasattr(made, "localize") else naive.replace(tzinfo=made)
        return aware.isoformat()
    return {"method": str(calendar.get("METHOD")), "events": [{
        "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"]), "summary": str(event["SUMMARY"]),
        "start": instant(event["DTSTART"]), "end": instant(event["DTEND"]),
        "organizer": str(event.get("ORGANIZER", "")), "attendee": str(event.get("ATTENDEE", "")),
    } for event in calendar.walk("VEVENT")]}
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

const answerSchema = z.array(z.object({
  method: z.string(),
  events: z.array(z.object({
    uid: z.string(),
    sequence: z.number(),
    status: z.string(),
    summary: z.string(),
    start: z.string().transform((at) => new Date(at).toISOString()),
    end: z.string().transform((at) => new Date(at).toISOString()),
    organizer: z.string(),
    attendee: z.string(),
  })),
}));

function canRead(python: string): boolean {
  return spawnSync(python, ["-c", "import icalendar"], { stdio: "ignore" }).status === 0;
}

/** A Python that has the package icalendar, a reader of calendar files that is not ours; undefined where there is none. */
export function findCalendarReader(): string | undefined {
  return pythons.find(canRead);
}

/** Calendar files as the second reader understands them, with the zones that the files themselves describe. */
export function readCalendars(python: string, files: readonly string[]): z.output<typeof answerSchema> {
  const { status, stdout, stderr } = spawnSync(python, ["-c", script], { input: JSON.stringify(files), encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return answerSchema.parse(JSON.parse(stdout));
}

/** Installs the reader where there is none and Debian's package can be had; otherwise its tests are left out, and say so. */
export function installCalendarReader(): Outcome {
  if (findCalendarReader() === undefined && isDebianRoot()) installPackage("python3-icalendar");
  const isThere = findCalendarReader() !== undefined;
  const reason = "second reader of calendar files: no Python with the package icalendar here, and this is no Debian to install it on";
  return { passed: isThere ? 1 : 0, failed: 0, skipped: isThere ? [] : [reason] };
}

import loadHighs from "highs";
import type { Outcome, Plain } from "./rival";

/** The problem as linear constraints: x is a meeting in a slot, z the begin of a run of meetings of a participant. */
function toLp({ slots, rooms, people, meetings, fairness }: Plain): string {
  const all = Array.from({ length: slots }, (_, slot) => slot);
  const x = (meeting: number, slot: number) => `x${meeting}_${slot}`;
  const may = meetings.map((meeting) => new Set(meeting.slots));
  const busy = (own: readonly number[], slot: number) => own.filter((meeting) => may[meeting]?.has(slot)).map((meeting) => x(meeting, slot));
  const at = (meeting: number) => (meetings[meeting]?.slots ?? []).map((slot) => `${slot} ${x(meeting, slot)}`).join(" + ");
  const plus = (names: string[]) => names.join(" + ");
  const minus = (names: string[]) => names.map((name) => ` - ${name}`).join("");
  const rows: string[] = [];
  const begins = people.flatMap((own, person) => (own.length === 0 ? [] : all.map((slot) => `z${person}_${slot}`)));
  for (const [meeting, { slots: own, after }] of meetings.entries()) {
    rows.push(`${plus(own.map((slot) => x(meeting, slot)))} = 1`);
    for (const earlier of after) rows.push(`${at(meeting)}${(meetings[earlier]?.slots ?? []).map((slot) => ` - ${slot} ${x(earlier, slot)}`).join("")} >= 1`);
  }
  for (const slot of all) {
    const there = meetings.flatMap((_, meeting) => (may[meeting]?.has(slot) ? [x(meeting, slot)] : []));
    if (there.length > 0) rows.push(`${plus(there)} <= ${rooms}`);
  }
  for (const [person, own] of people.entries()) {
    if (own.length === 0) continue;
    for (const slot of all) {
      const [now, before, z] = [busy(own, slot), busy(own, slot - 1), `z${person}_${slot}`];
      if (now.length > 0) rows.push(`${plus(now)} <= 1`);
      rows.push(`${z}${minus(now)}${before.length > 0 ? ` + ${plus(before)}` : ""} >= 0`, `${z}${minus(now)} <= 0`);
      if (before.length > 0) rows.push(`${z} + ${plus(before)} <= 1`);
    }
    if (fairness === null) continue;
    const runs = plus(all.map((slot) => `z${person}_${slot}`));
    rows.push(`${runs} - least <= ${fairness + 1}`, `${runs} - least >= 1`);
  }
  if (fairness !== null && people.some((own) => own.length === 0)) rows.push("least <= 0");
  const binary = [...meetings.flatMap(({ slots: own }, meeting) => own.map((slot) => x(meeting, slot))), ...begins];
  return ["Minimize", ` obj: ${plus(begins)}`, "Subject To", ...rows.map((row, index) => ` c${index}: ${row}`), "Bounds", " 0 <= least", "Binary", ` ${binary.join("\n ")}`, "General", " least", "End"].join("\n");
}

/** HiGHS on a plain model of the problem, until its proof. */
export async function runHighs(plain: Plain, limit: number): Promise<Outcome> {
  const highs = await loadHighs();
  const begun = performance.now();
  const { Status: status, ObjectiveValue: value } = highs.solve(toLp(plain), { time_limit: limit });
  const seconds = (performance.now() - begun) / 1000;
  const active = plain.people.filter((own) => own.length > 0).length;
  // Past its limit it may still know a schedule.
  const isFound = Number.isFinite(value) && (status === "Optimal" || status === "Time limit reached");
  return { breaks: isFound ? Math.round(value) - active : null, isProved: status === "Optimal" || status === "Infeasible", seconds };
}

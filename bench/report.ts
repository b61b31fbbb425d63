// npm run bench:report [-- participants]: the report and the open export of a programme with four events, each with so many
// participants of 500 and three meetings apiece, on a database of its own: queries, rows, seconds and megabytes.
import { Client } from "pg";
import { startScratchPostgres } from "../cli/local/scratch-postgres";
import { applyMigrations } from "../cli/migrations";

const participants = Number(process.argv[2] ?? 500);
const rounds = 7;
const postgres = await startScratchPostgres();
const url = postgres.url("postgres");
await applyMigrations(url);
Object.assign(process.env, {
  DATABASE_URL: url, APP_URL: "http://localhost:3000", SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "Pomost <pomost@example.org>", AUTH_SECRET: "only for benches, only for benches, only for benches", LOG_LEVEL: "warn",
});
const { db } = await import("../prisma/client");
const { createFair } = await import("../prisma/factories/fair");
const { createStaff } = await import("../prisma/factories/people");
const { getReport } = await import("../domain/funding-report/queries/get-report");
const { exportOpenData } = await import("../domain/open-export/commands");

const first = await createFair(participants);
const programmeId = first.programme.id;
const fairs = [first, ...(await Promise.all([2, 3, 4].map(() => createFair(participants))))];
// All in one programme: the other three bring their events and their admissions along.
for (const [index, { event, programme }] of fairs.entries()) {
  await db.staffRole.deleteMany({ where: { eventId: event.id } });
  await db.event.update({ where: { id: event.id }, data: { programmeId, number: index + 1 } });
  await db.admission.updateMany({ where: { programmeId: programme.id }, data: { programmeId } });
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 1 } });
  for (const [at, { id }] of fairs[index]?.meetings.entries() ?? []) {
    const [slot, room] = [event.slots[at % event.slots.length], event.rooms[Math.floor(at / event.slots.length) % event.rooms.length]];
    await db.$queryRaw`SELECT seat_meeting(${id}::uuid, ${slot?.id}::uuid, ${room?.id}::uuid) AS answer`;
  }
}
const organiser = await createStaff("organiser", programmeId);
const scope = { programme: first.programme.slug, event: undefined };

const times: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const begun = performance.now();
  await getReport(organiser, scope, "en");
  times.push(performance.now() - begun);
}
// Every query goes through this one method of the driver.
const ask = Reflect.get(Client.prototype, "query") as (...args: unknown[]) => unknown;
let queries = 0;
Reflect.set(Client.prototype, "query", function count(this: Client, ...args: unknown[]) {
  queries += 1;
  return ask.apply(this, args);
});
const { figures } = await getReport(organiser, scope, "en");
Reflect.set(Client.prototype, "query", ask);
const begun = performance.now();
const exported = await exportOpenData(organiser, scope, "json");
const seconds = (performance.now() - begun) / 1000;
const megabytes = JSON.stringify(exported).length / 1e6;
const [fastest = 0, middle = 0] = [times.toSorted((a, b) => a - b)[0], times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]];
console.log(`4 events, ${figures.tally.participants} participants, ${figures.meetings.agreed} meetings, ${figures.meetings.placed ?? 0} placed: ${queries} queries`);
console.log(`report: median ${Math.round(middle)} ms of ${rounds}, fastest ${Math.round(fastest)} ms; open export: ${seconds.toFixed(2)} s, ${megabytes.toFixed(1)} MB`);
await db.$disconnect();
await postgres.stop();

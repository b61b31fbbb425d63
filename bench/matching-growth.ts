// npm run bench:matching-growth [-- 1000 10000 100000]: suggestions for one organisation among so many, through the
// portal's own query on a PostgreSQL of its own; the size of the index; how soon a new organisation is found.
import { startScratchPostgres } from "../cli/local/scratch-postgres";
import { applyMigrations } from "../cli/migrations";
import { randomFrom } from "../domain/schedule/solver/random";
import { median, table } from "./schedule/record";

const sizes = process.argv.slice(2).map(Number);
const server = await startScratchPostgres({ shared_buffers: "512MB" });
const url = server.url("postgres");
await applyMigrations(url);
Object.assign(process.env, {
  DATABASE_URL: url, SMTP_URL: "smtp://127.0.0.1:1", APP_URL: "http://localhost:3000", MAIL_FROM: "Pomost <pomost@example.org>",
  AUTH_SECRET: "only to measure, only to measure", LOG_LEVEL: "silent",
});
const { measureSize } = await import("./matching/growth");
const random = randomFrom(1);
const rows: (string | number)[][] = [];
try {
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) rows.push(await measureSize(size, random));
} finally {
  await server.stop();
}
console.log(table(["organisations", "4 suggestions: median ms", "24: median ms", "24: 95th percentile ms", "24, texts never read: median ms", "24 in an event of 200: median ms", "same among the first 10 as when all are compared", "index MB", "index bytes each", "read per second", "new one found after ms"], rows));
console.log(`\n${median(rows.map(([, , all]) => Number(all)))} ms in the middle of the sizes; each organisation has three offers, two needs and a description.`);
process.exit(0);

// npm run bench:mails [-- MAILS]: mails a second through the local catcher, with 1 and with 4 workers.
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { startMailCatcher } from "../cli/local/mail-catcher";
import { freePort } from "../cli/local/ports";
import { startScratchPostgres } from "../cli/local/scratch-postgres";
import { startWorker, stopWorker } from "../cli/test/drill-parts";
import { applyMigrations } from "../cli/migrations";

const mails = Number(process.argv[2] ?? 2000);
const postgres = await startScratchPostgres({ fsync: "on", synchronous_commit: "on", full_page_writes: "on" });
const catcher = await startMailCatcher(await freePort(), await freePort());
const url = postgres.url("postgres");
await applyMigrations(url);
Object.assign(process.env, {
  DATABASE_URL: url, APP_URL: "http://localhost:3000", MAIL_FROM: "Pomost <pomost@example.org>", AUTH_SECRET: "only for benches, only for benches, only for benches", LOG_LEVEL: "warn",
});
const client = new Client({ connectionString: url });
await client.connect();

async function measure(workers: number): Promise<void> {
  await client.query(
    `INSERT INTO "Mail" ("id", "key", "kind", "to", "locale", "params")
     SELECT gen_random_uuid(), 'bench/' || $1 || '/' || n, 'membership_approved', 'person' || n || '@mail.example', 'en', '{"organisation": "Hafen", "path": "/desk"}' FROM generate_series(1, $2::int) n`,
    [String(workers), mails],
  );
  const running = Array.from({ length: workers }, () => startWorker(catcher.smtpUrl));
  const isDone = async () => (await client.query(`SELECT 1 FROM "Mail" WHERE "state" <> 'sent' LIMIT 1`)).rowCount === 0;
  while (!(await isDone())) await wait(200);
  const { rows } = await client.query<{ seconds: number }>(
    `SELECT extract(epoch FROM max("sentAt") - min("sentAt"))::float8 AS "seconds" FROM "Mail" WHERE "key" LIKE 'bench/' || $1 || '/%'`, [String(workers)],
  );
  console.log(`${workers} ${workers === 1 ? "worker" : "workers"}: ${mails} mails in ${rows[0]?.seconds.toFixed(1)} s, ${(mails / (rows[0]?.seconds ?? 1)).toFixed(0)} a second`);
  await Promise.all(running.map(stopWorker));
}

for (const workers of [1, 4]) await measure(workers);
await client.end();
await catcher.stop();
await postgres.stop();

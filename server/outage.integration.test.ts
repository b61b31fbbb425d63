import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";

// The database behind a line that can fall silent without breaking.
const url = new URL(process.env["DATABASE_URL"] ?? "");
const behind = { host: url.hostname, port: Number(url.port) };
const lines: Socket[] = [];
let isSilent = false;
const relay = createServer((near) => {
  const far = connect(behind);
  near.pipe(far).on("error", () => near.destroy());
  far.pipe(near).on("error", () => far.destroy());
  if (isSilent) near.pause();
  lines.push(near);
});
relay.listen(0, "127.0.0.1");
await once(relay, "listening");
Object.assign(url, { hostname: "127.0.0.1", port: String((relay.address() as AddressInfo).port) });
process.env["DATABASE_URL"] = String(url);
const [{ GET: askReady }, { GET: askWorker }, { db }] = await Promise.all([
  import("@/app/api/health/ready/route"),
  import("@/app/api/health/worker/route"),
  import("@/prisma/client"),
]);

afterAll(() => relay.close());

function setSilent(silent: boolean): void {
  isSilent = silent;
  for (const line of lines) {
    if (silent) line.pause();
    else line.resume();
  }
}

async function say(ask: () => Promise<Response>) {
  const response = await ask();
  return { status: response.status, says: (await response.json()) as unknown };
}

test("a database that is silent is found away soon, and however often it is asked, that holds one connection for each question", async () => {
  await db.$executeRaw`
    INSERT INTO pgboss.instance ("id", "host", "pid", "version", "node_version", "heartbeat_seconds", "supervise", "schedule", "migrate", "persist_queue_stats", "persist_warnings", "started_on", "heartbeat_on")
    VALUES (gen_random_uuid(), 'working', 1, '12', '24', 10, true, true, false, false, false, now(), now() + interval '1 hour')`;
  const well = [{ status: 200, says: { ready: true, worker: true } }, { status: 200, says: { worker: true } }];
  expect([await say(askReady), await say(askWorker)]).toEqual(well);
  setSilent(true);
  const asked = Array.from({ length: 30 }, () => [say(askReady), say(askWorker)]).flat();
  const away = [{ status: 503, says: { ready: false, worker: false } }, { status: 503, says: { worker: false } }];
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 30 }, () => away).flat());
  expect(lines.length).toBe(2);
  setSilent(false);
  expect([await say(askReady), await say(askWorker)]).toEqual(well);
});

import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { env } from "../env";
import { log } from "../log";

/** Hears of one change, "user" or another name and an id; null: something may have been missed, or this server listens from now on (`isFirst`). */
export type Hearer = (topic: string | null, isFirst: boolean) => void;

/** What one server process hears of changes, for all who listen there: one connection to the database, however many they are. */
export type Hub = {
  /** Answers how to stop. */
  listen(topics: readonly string[], hear: Hearer): () => void;
  close(): Promise<void>;
};

const channel = "pomost";
/** Milliseconds until the next try to connect, doubled each time up to the last. */
const pauses = { first: 250, last: 5000 };
/** A connection that has fallen silent is found out this often. */
const lookMs = 30_000;

/** Holds one connection until it is lost, or nobody needs it any more. */
async function hold(url: string, signal: AbortSignal, heard: (topic: string) => void, connected: () => void): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 10_000, keepAlive: true, application_name: "pomost-live" });
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  const end = () => lose();
  client.on("error", end);
  client.on("end", end);
  client.on("notification", ({ payload }) => heard(payload ?? ""));
  signal.addEventListener("abort", end);
  const looking = setInterval(() => {
    client.query("SELECT 1").catch(() => lose());
  }, lookMs);
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    connected();
    await lost;
  } finally {
    clearInterval(looking);
    signal.removeEventListener("abort", end);
    client.end().catch(() => undefined);
  }
}

/** Listens again whenever the connection is lost. */
function keepListening(url: string, signal: AbortSignal, heard: (topic: string) => void, connected: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let pause = pauses.first;
  const begun = () => {
    pause = pauses.first;
    connected();
  };
  const round = async () => {
    await hold(url, signal, heard, begun).catch((error: unknown) => log().warn({ err: error }, "not listening to the database"));
    await wait(pause, undefined, { signal }).catch(() => undefined);
    pause = Math.min(pause * 2, pauses.last);
    if (signal.aborted) resolve();
    else void round();
  };
  void round();
  return promise;
}

/** A hub that connects when the first one listens. */
export function openHub(url: string): Hub {
  const hearers = new Map<string, Set<Hearer>>();
  const stopping = new AbortController();
  let listening: Promise<void> | null = null;
  const heard = (topic: string) => hearers.get(topic)?.forEach((hear) => hear(topic, false));
  let isFirst = true;
  const connected = () => {
    for (const hear of new Set([...hearers.values()].flatMap((set) => [...set]))) hear(null, isFirst);
    isFirst = false;
  };
  return {
    listen(topics, hear) {
      for (const topic of topics) hearers.set(topic, (hearers.get(topic) ?? new Set()).add(hear));
      listening ??= keepListening(url, stopping.signal, heard, connected);
      return () => {
        for (const topic of topics) {
          const set = hearers.get(topic);
          set?.delete(hear);
          if (set?.size === 0) hearers.delete(topic);
        }
      };
    },
    async close() {
      stopping.abort();
      await listening;
    },
  };
}

// Next bundles what comes before the first request and the routes apart; both run in one process.
const kept = globalThis as { pomostHub?: Hub };

/** The hub of this process. */
export function hub(): Hub {
  return (kept.pomostHub ??= openHub(env().DATABASE_URL));
}

import type { News } from "@/domain/notice/schema";
import type { Visit } from "@/domain/user/queries";
import { log } from "../log";
import type { Hub } from "./hub";

/** Streams that one person may have open at one server: windows that are seen at the same time. */
const mostStreams = 5;
/** Proxies close what is silent. */
const heartbeatMs = 25_000;
/** After this the browser connects anew, with the organisations and rights that the person has then. */
const lifeMs = 10 * 60_000;

type Open = Map<string, Set<() => void>>;

// Next bundles what comes before the first request and the routes apart; both run in one process.
const kept = globalThis as { pomostStreams?: { open: Open; isStopping: boolean } };
const streams = (kept.pomostStreams ??= { open: new Map(), isStopping: false });

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Nothing in between may keep or collect what is sent.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  Connection: "close",
};

const change = "event: change\ndata: {}\n\n";
/** Somebody has come or gone, or sits elsewhere: for those pages alone that show a whole event. */
const day = "event: day\ndata: {}\n\n";

/**
 * The topics that concern a visit: the own notices and session, what the own organisations share, and the events whose
 * staff the person is.
 */
function topicsOf({ person, sessionId }: Visit): string[] {
  const staffed = person.staff.map(({ programmeId, eventId }) => (eventId === null ? `programme ${programmeId}` : `event ${eventId}`));
  const shared = person.memberships.map(({ organisationId }) => `organisation ${organisationId}`);
  return [`user ${person.userId}`, `session ${sessionId}`, ...shared, ...staffed];
}

/** Runs `work` after each call, never twice at a time; calls that come meanwhile are one. */
function oneAtATime(work: () => Promise<void>): () => void {
  let asked = 0;
  let isRunning = false;
  const run = async () => {
    const answering = asked;
    await work().catch((error: unknown) => log().warn({ err: error }, "news not read"));
    isRunning = asked > answering;
    if (isRunning) void run();
  };
  return () => {
    asked += 1;
    if (isRunning) return;
    isRunning = true;
    void run();
  };
}

/** `stop`: where the reader has gone already, and nothing is left to close. */
type Stream = { close: () => void; stop: () => void };
type Source = { hub: Hub; readNews: () => Promise<News> };

function begin(visit: Visit, { hub, readNews }: Source, controller: ReadableStreamDefaultController<Uint8Array>): Stream {
  const encoder = new TextEncoder();
  const timers: NodeJS.Timeout[] = [];
  let isOpen = true;
  const send = (text: string) => {
    if (isOpen) controller.enqueue(encoder.encode(text));
  };
  const sendNews = oneAtATime(async () => send(`event: news\ndata: ${JSON.stringify(await readNews())}\n\n`));
  const own = streams.open.get(visit.person.userId) ?? new Set();
  // A reader may also go when the rest of a closed stream has not been read yet.
  const stop = () => {
    if (!isOpen) return;
    isOpen = false;
    stopListening();
    for (const timer of timers) clearTimeout(timer);
    own.delete(close);
    if (own.size === 0) streams.open.delete(visit.person.userId);
  };
  const close = () => {
    if (!isOpen) return;
    stop();
    controller.close();
  };
  const stopListening = hub.listen(topicsOf(visit), (topic, isFirst) => {
    if (topic?.startsWith("session ")) close();
    else if (topic?.startsWith("organisation ")) send(change);
    else if (topic?.startsWith("event ") || topic?.startsWith("programme ")) send(day);
    else {
      // What was missed may be either.
      if (topic === null && !isFirst) send(change);
      sendNews();
    }
  });
  streams.open.set(visit.person.userId, own.add(close));
  timers.push(setInterval(() => send(":\n\n"), heartbeatMs), setTimeout(close, Math.min(lifeMs, visit.expiresAt.getTime() - Date.now())));
  send("retry: 2000\n\n");
  sendNews();
  return { close, stop };
}

/**
 * Tells an open page that something of its reader's has changed: how much is unread, and that a request, a meeting or
 * its time of an own organisation is another one. Never what. Ends with the session, and when the server stops.
 */
export function openStream(visit: Visit, source: Source, aborted: AbortSignal): Response {
  // Nothing would tell any more that this reader has gone.
  if (aborted.aborted) return new Response(null, { status: 499 });
  if (streams.isStopping) return new Response(null, { status: 503 });
  if ((streams.open.get(visit.person.userId)?.size ?? 0) >= mostStreams) return new Response(null, { status: 429 });
  let stream: Stream | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stream = begin(visit, source, controller);
      aborted.addEventListener("abort", stream.close, { once: true });
    },
    cancel: () => stream?.stop(),
  });
  return new Response(body, { headers });
}

/** Ends all streams, so that a server that stops has nothing to wait for. */
export function closeStreams(): void {
  streams.isStopping = true;
  for (const own of streams.open.values()) for (const close of own) close();
}

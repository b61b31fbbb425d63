import { z } from "zod";

const newsSchema = z.object({ unread: z.number(), latest: z.string().nullable() });
type News = z.output<typeof newsSchema>;

/**
 * `onNews`: how much is unread now; `onChange`: something else may have changed on the page; `onDay`: something of an event
 * whose staff the reader is.
 */
type Hearer = { onNews: (news: News) => void; onChange: () => void; onDay: () => void };

const minute = 60_000;
/** Pauses between two questions, where no stream can be held: longer each time that the server does not answer. */
const pauses = { first: minute, last: 15 * minute };
/** Null: no news, as where a proxy answers with a page of its own. */
function parse(text: string): News | null {
  try {
    return newsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Asks each minute how much is unread, and of nothing else. Answers how to stop. */
function poll({ onNews }: Hearer, tryStream: () => void): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askAfter = (pause: number) => {
    timer = setTimeout(() => void ask(pause), pause);
  };
  const ask = async (pause: number) => {
    const response = await fetch("/api/notices", { cache: "no-store", signal }).catch(() => null);
    const news = response?.ok ? parse(await response.text().catch(() => "")) : null;
    // Signed out: there is nothing to ask for any more.
    if (signal.aborted || response?.status === 401) return;
    askAfter(news ? pauses.first : Math.min(pause * 2, pauses.last));
    if (!news) return;
    onNews(news);
    tryStream();
  };
  askAfter(pauses.first);
  return () => {
    stopping.abort();
    clearTimeout(timer);
  };
}

/** Holds a stream, and asks each minute while it cannot be held. `isLate`: something may have been missed before. Answers how to stop. */
function follow(hearer: Hearer, isLate: boolean): () => void {
  let hasMissed = isLate;
  let stopPolling: (() => void) | undefined;
  let source: EventSource | undefined;
  const open = () => {
    source?.close();
    source = new EventSource("/api/notices/stream");
    source.addEventListener("open", () => {
      stopPolling?.();
      stopPolling = undefined;
      if (hasMissed) hearer.onChange();
      hasMissed = false;
    });
    source.addEventListener("news", ({ data }) => {
      const news = parse(String(data));
      if (news) hearer.onNews(news);
    });
    source.addEventListener("change", () => hearer.onChange());
    source.addEventListener("day", () => hearer.onDay());
    // What merely broke is opened again by the browser; the questions end when that succeeds.
    source.addEventListener("error", () => {
      hasMissed = true;
      stopPolling ??= poll(hearer, () => {
        if (source?.readyState === EventSource.CLOSED) open();
      });
    });
  };
  open();
  return () => {
    stopPolling?.();
    source?.close();
  };
}

/** Follows what changes for the reader while the page is seen: one that is hidden holds nothing. Answers how to stop. */
export function watchNews(hearer: Hearer): () => void {
  let stop: (() => void) | undefined;
  let wasHidden = false;
  const look = () => {
    if (document.visibilityState === "hidden") {
      wasHidden = true;
      stop?.();
      stop = undefined;
      return;
    }
    if (stop) return;
    // At once, for no stream may be held; and again when one is, for what happened in between.
    if (wasHidden) hearer.onChange();
    stop = follow(hearer, wasHidden);
  };
  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    stop?.();
  };
}

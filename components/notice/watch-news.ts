import { z } from "zod";

const newsSchema = z.object({ unread: z.number(), latest: z.string().nullable() });
type News = z.output<typeof newsSchema>;

/** `onNews`: how much is unread now; `onChange`: something else may have changed on the page. */
type Hearer = { onNews: (news: News) => void; onChange: () => void };

const minute = 60_000;
/** Pauses between two questions, where no stream can be held: longer each time that the server does not answer. */
const pauses = { first: minute, last: 15 * minute };
/** A page that nobody has seen for so long may be old. */
const oldAfter = minute;

function parse(text: string): News | null {
  return newsSchema.safeParse(JSON.parse(text)).data ?? null;
}

/** Asks each minute. Answers how to stop. */
function poll({ onNews }: Hearer, tryStream: () => void): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askAfter = (pause: number) => {
    timer = setTimeout(() => void ask(pause), pause);
  };
  const ask = async (pause: number) => {
    const response = await fetch("/api/notices", { cache: "no-store", signal }).catch(() => null);
    // Signed out: there is nothing to ask for any more.
    if (signal.aborted || response?.status === 401) return;
    const news = response?.ok ? parse(await response.text()) : null;
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

/** Holds a stream, and asks each minute while it cannot be held. Answers how to stop. */
function follow(hearer: Hearer): () => void {
  let stopPolling: (() => void) | undefined;
  let source: EventSource | undefined;
  const open = () => {
    source?.close();
    source = new EventSource("/api/notices/stream");
    source.addEventListener("open", () => {
      stopPolling?.();
      stopPolling = undefined;
    });
    source.addEventListener("news", ({ data }) => {
      const news = parse(String(data));
      if (news) hearer.onNews(news);
    });
    source.addEventListener("change", () => hearer.onChange());
    // What merely broke is opened again by the browser; the questions end when that succeeds.
    source.addEventListener("error", () => {
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
  let hiddenAt: number | null = null;
  const look = () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      stop?.();
      stop = undefined;
      return;
    }
    if (hiddenAt !== null && Date.now() - hiddenAt > oldAfter) hearer.onChange();
    stop ??= follow(hearer);
  };
  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    stop?.();
  };
}

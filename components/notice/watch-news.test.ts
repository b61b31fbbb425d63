import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchNews } from "./watch-news";

// What the browser gives, driven by hand.
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Source[] = [];
  readyState = 0;

  constructor() {
    super();
    Source.opened.push(this);
  }

  close() {
    this.readyState = Source.CLOSED;
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
let answers: Response[];
let heard: unknown[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("document", page);
  vi.stubGlobal("fetch", () => Promise.resolve(answers.shift() ?? Response.error()));
  Source.opened.length = 0;
  answers = [];
  heard = [];
  stop = watchNews({ onNews: (news) => heard.push(news), onChange: () => heard.push("change"), onDay: () => heard.push("day") });
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The stream that is held now, or was tried last. */
function source(): Source {
  const last = Source.opened.at(-1);
  if (!last) throw new Error("no stream");
  return last;
}

function say(type: "open" | "error"): void {
  source().dispatchEvent(new Event(type));
}

function show(visibilityState: "visible" | "hidden"): void {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event("visibilitychange"));
}

/** What was heard since the last call. */
function hear(): unknown[] {
  return heard.splice(0);
}

const minute = 60_000;

test("a stream that comes back may have missed something, the first one nothing", () => {
  say("open");
  expect(hear()).toEqual([]);
  say("error");
  say("open");
  expect(hear()).toEqual(["change"]);
  say("error");
  say("open");
  expect(hear()).toEqual(["change"]);
});

test("what happens on the day of an event is told apart from what is the reader's own", () => {
  say("open");
  source().dispatchEvent(new Event("day"));
  expect(hear()).toEqual(["day"]);
});

test("a page that is shown again may be old, however short it was hidden", () => {
  say("open");
  show("hidden");
  expect(source().readyState).toBe(Source.CLOSED);
  show("visible");
  expect(hear()).toEqual(["change"]);
  // What happened before the stream was held again.
  say("open");
  expect(hear()).toEqual(["change"]);
  show("visible");
  expect(Source.opened.length).toBe(2);
  expect(hear()).toEqual([]);
});

test("a page that could not hold a stream catches up when it can", async () => {
  source().close();
  say("error");
  answers = [Response.json({ unread: 1, latest: "a" })];
  await vi.advanceTimersByTimeAsync(minute);
  expect(hear()).toEqual([{ unread: 1, latest: "a" }]);
  expect(Source.opened.length).toBe(2);
  say("open");
  expect(hear()).toEqual(["change"]);
  answers = [Response.json({ unread: 2, latest: "b" })];
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(hear()).toEqual([]);
});

test("an answer that is no news does not end the questions", async () => {
  say("error");
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error("cut off")) });
  answers = [new Response("<!DOCTYPE html><p>Please sign in to the network.</p>"), new Response(broken), Response.json({ unread: 3, latest: "c" })];
  // Less often each time: after one minute, two and four.
  await vi.advanceTimersByTimeAsync(6 * minute);
  expect(hear()).toEqual([]);
  await vi.advanceTimersByTimeAsync(minute);
  expect(hear()).toEqual([{ unread: 3, latest: "c" }]);
});

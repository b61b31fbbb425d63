import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { findCalendarReader, readCalendars } from "@/cli/test/calendar-reader";
import type { CalendarItem } from "@/domain/calendar/schema";
import { locales } from "@/domain/input";
import { answerCalendar } from "./answer-calendar";
import { writeFeed } from "./write-feed";

const item = (uid: string, startsAt: string, more: Partial<CalendarItem> = {}): CalendarItem => ({
  uid, sequence: 1, state: "confirmed", startsAt: new Date(startsAt), endsAt: new Date(new Date(startsAt).getTime() + 3_600_000), place: null, locale: "en",
  event: { slug: "meeting", title: "Let's meet", timeZone: "Europe/Warsaw" }, meeting: null, ...more,
});

// Three years of events in two zones, on both sides of every change of the clocks.
const items = [
  item("a", "2026-10-24T23:30:00Z"), item("b", "2027-03-18T12:00:00Z"), item("c", "2027-03-28T01:30:00Z"), item("d", "2027-07-01T08:00:00Z"),
  item("e", "2027-10-31T02:30:00Z"), item("f", "2028-02-29T12:00:00Z"), item("g", "2028-06-01T12:00:00Z"),
  item("h", "2028-06-02T12:00:00Z", { event: { slug: "far", title: "Far away", timeZone: "America/New_York" } }),
];
const write = (madeAt: string, of = items) => writeFeed(of, { locale: "en", appUrl: "https://pomost.example", madeAt: new Date(madeAt) });
const file = write("2027-03-02T08:30:00Z");
const starts = items.map(({ startsAt }) => startsAt.toISOString());

test("every date is right in its own zone, through years", () => {
  const calendar = ICAL.Component.fromString(file);
  const zones = new Map(calendar.getAllSubcomponents("vtimezone").map((component) => [String(component.getFirstPropertyValue("tzid")), new ICAL.Timezone(component)]));
  const read = calendar.getAllSubcomponents("vevent").map((component) => {
    const { startDate } = new ICAL.Event(component);
    const offset = zones.get(String(component.getFirstProperty("dtstart")?.getFirstParameter("tzid")))?.utcOffset(startDate) ?? Number.NaN;
    return new Date(Date.UTC(startDate.year, startDate.month - 1, startDate.day, startDate.hour, startDate.minute) - offset * 1000).toISOString();
  });
  expect(read).toEqual(starts);
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
});

const reader = findCalendarReader();
describe.skipIf(!reader)(`a second reader, icalendar of Python${reader ? "" : " (not installed here)"}`, () => {
  test("reads the same", () => {
    const [calendar] = readCalendars(reader ?? "", [file]);
    expect(calendar?.events.map(({ uid, start }) => [uid, start])).toEqual(items.map(({ uid }, index) => [uid, starts[index]]));
    expect(calendar?.events.map(({ organizer, attendee }) => organizer + attendee).join("")).toBe("");
  });
});

test("it is named in the person's language", () => {
  const names = locales.map((locale) => ICAL.Component.fromString(writeFeed([], { locale, appUrl: "https://pomost.example", madeAt: new Date() })).getFirstPropertyValue("x-wr-calname"));
  expect(names).toEqual(["Pomost: my events and meetings", "Pomost: meine Veranstaltungen und Gespräche", "Pomost: moje wydarzenia i rozmowy"]);
});

test("what has not changed is not sent again, whenever it is made", async () => {
  const ask = (tag?: string) => new Request("https://pomost.example/", tag ? { headers: { "If-None-Match": tag } } : {});
  const options = { name: "pomost", isPublic: false };
  const first = answerCalendar(ask(), file, options);
  expect([first.status, first.headers.get("cache-control"), first.headers.get("content-type")]).toEqual([200, "private, no-cache", "text/calendar; charset=utf-8"]);
  expect(await first.text()).toBe(file);
  const tag = first.headers.get("etag") ?? "";
  const later = write("2027-03-02T09:30:00Z");
  expect(later).not.toBe(file);
  expect([answerCalendar(ask(tag), later, options).status, answerCalendar(ask(`"other", ${tag}`), later, options).status]).toEqual([304, 304]);
  expect(answerCalendar(ask(tag), write("2027-03-02T09:30:00Z", items.slice(1)), options).status).toBe(200);
});

import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { Agenda, AgendaMeeting } from "@/domain/schedule/schema";
import { describeZone } from "./time-zone";
import { writeCalendar } from "./write-calendar";

const slot = (number: number, from: string, to: string) => ({ id: `s${number}`, number, startsAt: new Date(from), endsAt: new Date(to) });
const first = slot(1, "2027-03-18T12:15:00Z", "2027-03-18T12:29:00Z");
const second = slot(2, "2027-03-18T12:31:00Z", "2027-03-18T12:45:00Z");

const meeting = (more: Partial<AgendaMeeting> = {}): AgendaMeeting => ({
  id: "0199a000-0000-7000-8000-000000000001",
  origin: "request",
  subject: "Sensors",
  subjectLocale: "en",
  partner: { id: "p", slug: "klickdeich", name: "Klickdeich GmbH", type: "it_company", country: "DE", logo: null },
  partnerPerson: "Jonas Weber",
  person: { registrationId: "r", personName: "Ada Nowak" },
  languages: ["en"],
  interpreter: null,
  slot: first,
  look: null,
  room: { name: "Room 2", kind: "breakout", url: null },
  change: null,
  before: null,
  reasons: [],
  options: null,
  sequence: 3,
  ...more,
});

const agenda = (meetings: AgendaMeeting[], more: Partial<Agenda> = {}): Agenda => ({
  now: new Date("2027-03-01T12:00:00Z"),
  attendance: null,
  event: {
    id: "e", slug: "meeting", number: 1, kind: "matchmaking", startsAt: new Date("2027-03-18T12:00:00Z"), endsAt: new Date("2027-03-18T14:15:00Z"),
    timeZone: "Europe/Warsaw", title: "Let's meet", textLocale: "en", programmeId: "p", requestQuota: 10, requestExpiryDays: 7, linkDaysBefore: 3, cancelledAt: null,
  },
  scope: "mine",
  person: "Ada Nowak",
  version: { number: 3, releasedAt: new Date("2027-03-10T09:30:00Z") },
  isTakenBack: false,
  link: null,
  linkOutAt: new Date("2027-03-15T12:00:00Z"),
  rows: [first, second].map((one) => ({ slot: one, use: "meeting", meetings: meetings.filter((each) => each.slot?.id === one.id) })),
  waiting: [],
  gone: [],
  ...more,
});

const address = "https://pomost.example/en/events/meeting/agenda";
const words = { name: "My meetings", summary: ({ partner }: AgendaMeeting) => `Meeting with ${partner.name}`, description: ({ subject }: AgendaMeeting) => subject };

/** The file as another program reads it, with the zone that the file itself describes. */
function read(file: string) {
  const calendar = ICAL.Component.fromString(file);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component)) };
}

const madeAt = new Date("2027-03-02T08:30:00Z");
const write = (...given: Parameters<typeof agenda>) => writeCalendar(agenda(...given), { address, words, madeAt });

describe("an agenda as a calendar file", () => {
  test("another program reads the same meetings at the same times, in the event's zone", () => {
    const { calendar, events } = read(write([meeting(), meeting({ id: "0199a000-0000-7000-8000-000000000002", slot: second })]));
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(events.map((event) => [event.summary, event.location, event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()])).toEqual([
      ["Meeting with Klickdeich GmbH", "Room 2", "2027-03-18T12:15:00.000Z", "2027-03-18T12:29:00.000Z"],
      ["Meeting with Klickdeich GmbH", "Room 2", "2027-03-18T12:31:00.000Z", "2027-03-18T12:45:00.000Z"],
    ]);
    expect(events[0]?.startDate.zone?.tzid).toBe("Europe/Warsaw");
    expect(events[0]?.startDate.toString()).toBe("2027-03-18T13:15:00");
  });

  test("a meeting keeps its name from version to version, and says which one is newer", () => {
    const [one] = read(write([meeting()])).events;
    const [moved] = read(write([meeting({ slot: second, sequence: 4 })], { version: { number: 4, releasedAt: new Date("2027-03-11T09:30:00Z") } })).events;
    expect(moved?.uid).toBe(one?.uid);
    expect([one?.sequence, moved?.sequence]).toEqual([3, 4]);
  });

  test("it says in UTC when it was made, for every meeting", () => {
    const file = write([meeting(), meeting({ id: "0199a000-0000-7000-8000-000000000002", slot: second })]);
    expect(read(file).events.map((event) => event.component.getFirstPropertyValue("dtstamp")?.toString())).toEqual(["2027-03-02T08:30:00Z", "2027-03-02T08:30:00Z"]);
    expect(file.split("\r\n").filter((line) => line.startsWith("DTSTAMP"))).toEqual(["DTSTAMP:20270302T083000Z", "DTSTAMP:20270302T083000Z"]);
  });

  test("the link is in it only where the agenda has it; the room's own comes first", () => {
    const urlOf = (file: string) => read(file).events[0]?.component.getFirstPropertyValue("url");
    expect(urlOf(write([meeting()]))).toBe(address);
    expect(urlOf(write([meeting()], { link: "https://zoom.example/j/1" }))).toBe("https://zoom.example/j/1");
    expect(urlOf(write([meeting({ room: { name: "V", kind: "video", url: "https://video.example/v" } })], { link: "https://zoom.example/j/1" }))).toBe("https://video.example/v");
  });

  test.each(["a\r\nATTACH:https://evil.example/x", "a\nEND:VEVENT\nBEGIN:VEVENT", "a;b,c\\d", "ł".repeat(300)])("a text stays a text: %j", (subject) => {
    const { events } = read(write([meeting({ subject })]));
    expect(events).toHaveLength(1);
    expect(events[0]?.description).toBe(subject.replaceAll("\r\n", "\n"));
    expect(events[0]?.component.getFirstProperty("attach")).toBeNull();
  });

  test("without meetings it is an empty calendar", () => {
    expect(read(write([])).events).toEqual([]);
  });
});

describe("a zone in a calendar file", () => {
  const offsetAt = (timeZone: string, instant: string) => {
    const component = ICAL.Component.fromString(describeZone(timeZone, new Date(instant)));
    const zone = new ICAL.Timezone(component);
    const local = new Date(instant).toLocaleString("sv-SE", { timeZone }).replace(" ", "T");
    return zone.utcOffset(ICAL.Time.fromDateTimeString(local)) / 3600;
  };

  test.each([
    ["Europe/Berlin", "2027-03-18T12:00:00Z", 1],
    ["Europe/Berlin", "2027-04-14T12:00:00Z", 2],
    ["Europe/Warsaw", "2027-03-28T00:59:59Z", 1],
    ["Europe/Warsaw", "2027-03-28T01:00:01Z", 2],
    ["Asia/Kathmandu", "2027-03-18T12:00:00Z", 5.75],
    ["UTC", "2027-03-18T12:00:00Z", 0],
    ["America/St_Johns", "2027-01-18T12:00:00Z", -3.5],
  ])("%s at %s is %d h from UTC", (timeZone, instant, hours) => {
    expect(offsetAt(timeZone, instant)).toBe(hours);
  });
});

import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { findCalendarReader, readCalendars } from "@/cli/test/calendar-reader";
import type { Invitation } from "@/domain/calendar/schema";
import { locales } from "@/domain/input";
import { writeInvitation } from "./write-invitation";

const meeting = { subject: "Sensors", partner: "Klickdeich GmbH", partnerPerson: "Jonas Weber" };
const base: Invitation = {
  entryId: "0199a000-0000-7000-8000-00000000000e",
  uid: "meeting-0199a000-0000-7000-8000-000000000001@pomost",
  sequence: 2,
  state: "confirmed",
  startsAt: new Date("2027-03-18T12:15:00Z"),
  endsAt: new Date("2027-03-18T12:29:00Z"),
  place: "Room 2",
  locale: "en",
  event: { slug: "meeting", title: "Let's meet", timeZone: "Europe/Warsaw" },
  meeting,
};
const parties = { organizer: { name: "Pomost", email: "portal@pomost.example" }, attendee: "ada@mail.example" };
const madeAt = new Date("2027-03-02T08:30:00Z");
const write = (more: Partial<Invitation> = {}) => writeInvitation({ ...base, ...more }, { appUrl: "https://pomost.example", parties, madeAt });

/** As ical.js reads it, with the zone that the file itself describes. */
function read(file: string) {
  const calendar = ICAL.Component.fromString(file);
  const [zone] = calendar.getAllSubcomponents("vtimezone").map((component) => new ICAL.Timezone(component));
  const [component] = calendar.getAllSubcomponents("vevent");
  if (!component || !zone) throw new Error("no event, or no zone");
  const event = new ICAL.Event(component);
  const instant = (time: ICAL.Time) => new Date(Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute) - zone.utcOffset(time) * 1000).toISOString();
  const text = (name: string) => component.getFirstPropertyValue(name)?.toString() ?? "";
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    status: text("status"),
    summary: event.summary,
    start: instant(event.startDate),
    end: instant(event.endDate),
    organizer: text("organizer"),
    attendee: text("attendee"),
    description: event.description,
    location: event.location,
    url: text("url"),
  };
}

test("an invitation asks in the portal's name, and names nobody but the recipient", () => {
  const { method, filename, content } = write();
  expect([method, filename]).toEqual(["REQUEST", "invite.ics"]);
  expect(read(content)).toEqual({
    method: "REQUEST", uid: base.uid, sequence: 2, status: "CONFIRMED", summary: "Meeting with Klickdeich GmbH",
    start: "2027-03-18T12:15:00.000Z", end: "2027-03-18T12:29:00.000Z", organizer: "mailto:portal@pomost.example", attendee: "MAILTO:ada@mail.example",
    description: "About: Sensors\nYou meet: Jonas Weber (Klickdeich GmbH)\nRoom: Room 2\nAgenda: https://pomost.example/en/events/meeting/agenda",
    location: "Room 2", url: "https://pomost.example/en/events/meeting/agenda",
  });
  expect(content.replaceAll("\r\n ", "").match(/[\w.+-]+@[\w.-]+/g)?.filter((address) => !address.endsWith("@pomost"))).toEqual(["portal@pomost.example", "ada@mail.example"]);
});

test("a cancellation says so twice, under the same name", () => {
  const { method, content } = write({ state: "cancelled", sequence: 3 });
  expect(method).toBe("CANCEL");
  expect(read(content)).toMatchObject({ method: "CANCEL", uid: base.uid, sequence: 3, status: "CANCELLED" });
});

test("the event itself is called by its title, and leads to its page", () => {
  expect(read(write({ meeting: null, place: null }).content)).toMatchObject({
    summary: "Let's meet", description: "The event on Pomost: https://pomost.example/en/events/meeting", url: "https://pomost.example/en/events/meeting", location: null,
  });
});

test("it speaks the recipient's language", () => {
  expect(locales.map((locale) => read(write({ locale }).content).summary)).toEqual(["Meeting with Klickdeich GmbH", "Gespräch mit Klickdeich GmbH", "Rozmowa: Klickdeich GmbH"]);
});

test.each(["a\r\nATTENDEE:mailto:evil@mail.example", "a\nEND:VEVENT\nBEGIN:VEVENT", "a;b,c\\d", `"${"ł".repeat(200)}`])("a text stays a text: %j", (subject) => {
  const { content } = write({ meeting: { ...meeting, subject, partner: subject }, place: subject });
  const event = read(content);
  expect(event.description).toContain(subject.replaceAll("\r\n", "\n"));
  expect(content.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  expect(content.match(/^ATTENDEE/gm)).toHaveLength(1);
});

// The clocks change on 28 March and 31 October 2027 in Europe, on 14 March and 7 November in America.
const atChanges: [string, string, string][] = [
  ["Europe/Warsaw", "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"],
  ["Europe/Warsaw", "2027-03-27T23:00:00Z", "2027-03-28T10:00:00Z"],
  ["Europe/Berlin", "2027-10-30T22:30:00Z", "2027-10-31T01:30:00Z"],
  ["Europe/Berlin", "2027-10-31T02:00:00Z", "2027-10-31T03:00:00Z"],
  ["America/New_York", "2027-03-14T06:30:00Z", "2027-03-14T07:30:00Z"],
  ["Asia/Kathmandu", "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"],
];
const files = atChanges.map(([timeZone, from, to]) => write({ event: { ...base.event, timeZone }, startsAt: new Date(from), endsAt: new Date(to) }).content);
const instants = atChanges.map(([, from, to]) => [new Date(from).toISOString(), new Date(to).toISOString()]);

test("times are right on both sides of a change of the clocks", () => {
  expect(files.map(read).map(({ start, end }) => [start, end])).toEqual(instants);
});

const reader = findCalendarReader();
describe.skipIf(!reader)(`a second reader, icalendar of Python${reader ? "" : " (not installed here)"}`, () => {
  test("reads the same from invitations, updates and cancellations", () => {
    const written = [write(), write({ sequence: 3, startsAt: new Date("2027-03-18T12:00:00Z") }), write({ sequence: 4, state: "cancelled" }), write({ meeting: null, locale: "pl" })];
    const contents = written.map(({ content }) => content);
    const expected = contents.map(read).map(({ method, uid, sequence, status, summary, start, end, organizer, attendee }) => (
      { method, events: [{ uid, sequence, status, summary, start, end, organizer, attendee }] }));
    expect(readCalendars(reader ?? "", contents)).toEqual(expected);
  });

  test("reads the same times around changes of the clocks", () => {
    expect(readCalendars(reader ?? "", files).map(({ events }) => events.map(({ start, end }) => [start, end]))).toEqual(instants.map((one) => [one]));
  });
});

import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { InsideEvent } from "@/domain/event/schema";
import { writeBreakouts } from "./breakouts";

const event: InsideEvent = {
  id: "e", slug: "2027-03-18-matchmaking", number: 1, kind: "matchmaking", startsAt: new Date("2027-03-18T12:00:00Z"), endsAt: new Date("2027-03-18T14:15:00Z"),
  timeZone: "Europe/Warsaw", title: "Let's meet", textLocale: "en", programmeId: "p", requestQuota: 10, requestExpiryDays: 7, linkDaysBefore: 3, cancelledAt: null,
};
const slot = { id: "s3", number: 3, startsAt: new Date("2027-03-18T12:47:00Z"), endsAt: new Date("2027-03-18T13:01:00Z") };
const rows = [
  { room: 'Quay "A", left', email: "anna@mail.example" },
  { room: "=1+1", email: "jan@mail.example" },
  { room: "Żuraw", email: "=cmd@mail.example" },
];

test("the file's name says which slot and when, as the clock of the event shows it", () => {
  expect(writeBreakouts({ event, slot, rows }).name).toBe("2027-03-18-matchmaking-slot-03-1347-1401.csv");
});

test("the file reads back: Zoom's two columns, nothing before them, and no formula", () => {
  const { content } = writeBreakouts({ event, slot, rows });
  expect(content.split("\r\n")[0]).toBe("Pre-assign Room Name,Email Address");
  expect(parse(content, { columns: true })).toEqual([
    { "Pre-assign Room Name": 'Quay "A", left', "Email Address": "anna@mail.example" },
    { "Pre-assign Room Name": "'=1+1", "Email Address": "jan@mail.example" },
    { "Pre-assign Room Name": "Żuraw", "Email Address": "'=cmd@mail.example" },
  ]);
});

test("a slot without anybody is a file with the columns alone", () => {
  expect(writeBreakouts({ event, slot, rows: [] }).content).toBe("Pre-assign Room Name,Email Address\r\n");
});

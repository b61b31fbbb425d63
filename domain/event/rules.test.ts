import { describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { chooseText, formState, isEventOrganiser, isFull, isLinkOut, nextStep, placesLeft, slotRow } from "./rules";
import { settingsSchema, slotsSchema } from "./schema";

const startsAt = new Date("2027-03-18T12:00:00Z");
const opens = new Date("2027-02-01T08:00:00Z");
const closes = new Date("2027-03-16T22:59:00Z");
const event = { cancelledAt: null, registrationOpensAt: opens, registrationClosesAt: closes, startsAt };
const at = (iso: string) => new Date(iso);
const free = { capacity: 10, held: 9, waiting: 0 };
const taken = { capacity: 10, held: 10, waiting: 0 };

describe("formState", () => {
  test.each([
    ["no time of opening is set", { ...event, registrationOpensAt: null }, free, "2027-02-10T00:00:00Z", "soon"],
    ["just before it opens", event, free, "2027-02-01T07:59:59.999Z", "soon"],
    ["soon although full", event, taken, "2027-01-01T00:00:00Z", "soon"],
    ["as it opens", event, free, "2027-02-01T08:00:00Z", "open"],
    ["the last place taken", event, taken, "2027-02-10T00:00:00Z", "full"],
    ["a free place that somebody waits for", event, { ...free, waiting: 1 }, "2027-02-10T00:00:00Z", "full"],
    ["no limit", event, { capacity: null, held: 500, waiting: 0 }, "2027-02-10T00:00:00Z", "open"],
    ["just before it closes", event, free, "2027-03-16T22:58:59.999Z", "open"],
    ["as it closes", event, free, "2027-03-16T22:59:00Z", "closed"],
    ["closed although full", event, taken, "2027-03-17T00:00:00Z", "closed"],
    ["no time of closing, before the event", { ...event, registrationClosesAt: null }, free, "2027-03-18T11:59:59Z", "open"],
    ["no time of closing, the event has begun", { ...event, registrationClosesAt: null }, free, "2027-03-18T12:00:00Z", "closed"],
    ["cancelled although open", { ...event, cancelledAt: at("2027-02-02T08:00:00Z") }, free, "2027-02-10T00:00:00Z", "cancelled"],
    ["never opened, the event is over", { ...event, registrationOpensAt: null }, free, "2027-03-19T00:00:00Z", "closed"],
  ] as const)("%s", (_, form, places, now, expected) => {
    expect(formState(form, places, at(now))).toBe(expected);
  });
});

test.each([
  [{ capacity: null, held: 3, waiting: 0 }, false, null],
  [{ capacity: 4, held: 3, waiting: 0 }, false, 1],
  [{ capacity: 4, held: 4, waiting: 0 }, true, 0],
  [{ capacity: 4, held: 6, waiting: 0 }, true, 0],
  [{ capacity: 4, held: 3, waiting: 2 }, true, 1],
] as const)("places %o", (places, full, left) => {
  expect(isFull(places)).toBe(full);
  expect(placesLeft(places)).toBe(left);
});

test.each([
  [3, "2027-03-15T11:59:59.999Z", false],
  [3, "2027-03-15T12:00:00Z", true],
  [0, "2027-03-18T11:59:59Z", false],
  [0, "2027-03-18T12:00:00Z", true],
  [3, "2027-03-18T13:00:00Z", true],
] as const)("the link is out %i days before, at %s: %s", (linkDaysBefore, now, expected) => {
  expect(isLinkOut({ cancelledAt: null, startsAt, linkDaysBefore }, at(now))).toBe(expected);
});

test("a text falls back to English, then to any", () => {
  const [en, de, pl] = [{ locale: "en" }, { locale: "de" }, { locale: "pl" }];
  expect(chooseText([en, de, pl], "pl")).toBe(pl);
  expect(chooseText([de, en], "pl")).toBe(en);
  expect(chooseText([de], "pl")).toBe(de);
  expect(chooseText([], "pl")).toBeUndefined();
});

describe("nextStep", () => {
  const done = { kind: "matchmaking", form: "closed", hasOpening: true, hasLink: true, toDecide: 0, meetings: 5, placed: 5, released: 1 } as const;
  test.each([
    ["people wait for a decision", { toDecide: 1, hasOpening: false, form: "soon" }, "decide"],
    ["nobody has said when the form opens", { form: "soon", hasOpening: false }, "open"],
    ["the form opens by itself", { form: "soon", placed: 5 }, "pair"],
    ["meetings without a slot", { form: "open", placed: 4 }, "place"],
    ["all placed, nothing released", { form: "open", released: null }, "release"],
    ["no link", { hasLink: false }, "link"],
    ["no meetings yet", { form: "open", meetings: 0, placed: 0, released: null }, "pair"],
    ["everything done, still open", { form: "full" }, "pair"],
    ["everything done", {}, "nothing"],
    ["a workshop without a link", { kind: "workshop", hasLink: false, meetings: 0, placed: 0, released: null }, "link"],
    ["a workshop", { kind: "workshop", form: "open", meetings: 0, placed: 0, released: null }, "nothing"],
  ] as const)("%s", (_, change, expected) => {
    expect(nextStep({ ...done, ...change })).toBe(expected);
  });
});

test.each([
  ["organiser", "p", null, true],
  ["organiser", "p", "e", true],
  ["organiser", "p", "other", false],
  ["organiser", "other", null, false],
  ["moderator", "p", null, false],
] as const)("%s of %s, event %s", (role, programmeId, eventId, expected) => {
  const actor: Actor = { kind: "person", userId: "u", email: "a@b.example", name: null, locale: "en", memberships: [], staff: [{ role, programmeId, eventId }] };
  expect(isEventOrganiser(actor, { id: "e", programmeId: "p" })).toBe(expected);
  expect(isEventOrganiser(visitor, { id: "e", programmeId: "p" })).toBe(false);
});

test("slots follow each other in the event's own zone, also on the day the clocks change", () => {
  const times = (date: string) =>
    slotRow({ startsAt: at(date), timeZone: "Europe/Berlin" }, { first: "13:15", minutes: 14, pause: 2, count: 3 }).map((slot) =>
      [slot.number, slot.startsAt.toISOString().slice(11, 16), slot.endsAt.toISOString().slice(11, 16)].join(" "));
  expect(times("2027-03-18T12:00:00Z")).toEqual(["1 12:15 12:29", "2 12:31 12:45", "3 12:47 13:01"]);
  expect(times("2027-03-28T11:00:00Z")).toEqual(["1 11:15 11:29", "2 11:31 11:45", "3 11:47 12:01"]);
});

describe("what organisers send", () => {
  const settings = { event: "e", version: "1", requestQuota: "10", requestExpiryDays: "7", linkDaysBefore: "3" };
  test("may leave out what is empty", () => {
    expect(settingsSchema.parse(settings)).toEqual({ event: "e", version: 1, needsApproval: false, requestQuota: 10, requestExpiryDays: 7, linkDaysBefore: 3 });
  });

  test.each([
    { opensAt: "2027-02-30T08:00" },
    { opensAt: "18.3.2027" },
    { closesAt: "2027-02-01T25:00" },
    { capacity: "0" },
    { capacity: "1.5" },
    { requestQuota: "0" },
    { linkDaysBefore: "-1" },
    { meetingUrl: "javascript:alert(1)" },
    { version: "x" },
  ])("%j is refused", (change) => {
    expect(settingsSchema.safeParse({ ...settings, ...change }).error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(change));
  });

  test.each([{ first: "24:00" }, { first: "1:15" }, { minutes: "4" }, { pause: "-1" }, { count: "61" }])("slots %j are refused", (change) => {
    const slots = { event: "e", first: "13:15", minutes: "14", pause: "2", count: "7" };
    expect(slotsSchema.safeParse(slots).success).toBe(true);
    expect(slotsSchema.safeParse({ ...slots, ...change }).error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(change));
  });
});

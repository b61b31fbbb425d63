import { describe, expect, test } from "vitest";
import { nextStep } from "./rules";
import type { Desk, DeskEvent, DeskOrganisation } from "./schema";

const organisation: DeskOrganisation = {
  membershipId: "m", state: "active", slug: "hafen", name: "Hafen", admission: "approved", completeness: { percent: 100, next: null },
};
const event: DeskEvent = {
  id: "e", slug: "kick-off", number: 1, kind: "matchmaking", startsAt: new Date(0), endsAt: new Date(1), timeZone: "UTC", languages: [], interpretedInto: [],
  registrationOpensAt: null, registrationClosesAt: null, form: "open", places: { capacity: null, held: 0, waiting: 0 }, textLocale: "en",
  title: "", summary: "", runBy: "", standing: "approved", toAnswer: 0, isScheduleOut: false,
};
const staff = { organisations: 1, registrations: 1 };

function step(desk: { organisations?: Partial<DeskOrganisation>[]; events?: Partial<DeskEvent>[]; duties?: Desk["duties"] }) {
  return nextStep({
    organisations: (desk.organisations ?? [{}]).map((data) => ({ ...organisation, ...data })),
    events: (desk.events ?? [{}]).map((data) => ({ ...event, ...data })),
    duties: desk.duties ?? null,
  });
}

describe("first an organisation that may take part", () => {
  test.each([
    ["an invitation is answered", { organisations: [{}, { state: "invited" as const }] }, { kind: "invitation" }],
    ["without any, one is added or joined", { organisations: [] }, { kind: "organisation" }],
    ["staff without any moderates", { organisations: [], duties: staff }, { kind: "moderation" }],
    ["who asked to join waits", { organisations: [{ state: "requested" as const }] }, { kind: "membership_requested" }],
    ["what the moderators ask for is done", { organisations: [{ admission: "returned" as const }] }, { kind: "organisation_returned", organisation: "hafen" }],
    ["a refusal is told", { organisations: [{ admission: "refused" as const }] }, { kind: "organisation_refused", organisation: "hafen" }],
    ["a refusal of one of two is not", { organisations: [{ admission: "refused" as const }, {}] }, { kind: "partners", event: "kick-off" }],
  ])("%s", (_what, desk, expected) => {
    expect(step(desk)).toEqual(expected);
  });
});

describe("then what others wait for", () => {
  const next = { completeness: { percent: 20, next: "offers" as const } };
  test.each([
    ["requests are answered", { organisations: [next], events: [{ toAnswer: 2 }] }, { kind: "answer", event: "kick-off", count: 2 }],
    ["a returned registration is changed", { events: [{ standing: "returned" as const }] }, { kind: "registration_returned", event: "kick-off" }],
    ["an open event is registered for", { organisations: [next], events: [{ standing: null }] }, { kind: "register", event: "kick-off" }],
    ["also one with a waiting list", { events: [{ standing: null, form: "full" as const }] }, { kind: "register", event: "kick-off" }],
    ["again after cancelling", { events: [{ standing: "cancelled" as const }] }, { kind: "register", event: "kick-off" }],
    ["also while the organisation waits", { organisations: [{ admission: "pending" as const }], events: [{ standing: null }] }, { kind: "register", event: "kick-off" }],
  ])("%s", (_what, desk, expected) => {
    expect(step(desk)).toEqual(expected);
  });
});

describe("then being found, and the event itself", () => {
  test.each([
    ["what the profile lacks most", { organisations: [{ completeness: { percent: 60, next: "needs" as const } }] }, { kind: "profile", organisation: "hafen", part: "needs" }],
    ["waiting for admission", { organisations: [{ admission: "pending" as const }] }, { kind: "organisation_pending", organisation: "hafen" }],
    ["the agenda, once it is out", { events: [{ isScheduleOut: true }] }, { kind: "agenda", event: "kick-off" }],
    ["partners", { organisations: [{ completeness: { percent: 95, next: "logo" as const } }] }, { kind: "partners", event: "kick-off" }],
    ["waiting for a place", { events: [{ standing: "waiting" as const }] }, { kind: "registration_pending", event: "kick-off" }],
    ["the last touches", { organisations: [{ completeness: { percent: 95, next: "logo" as const } }], events: [{ standing: null, form: "soon" as const }] }, { kind: "profile", organisation: "hafen", part: "logo" }],
    ["nothing", { events: [{ standing: null, form: "soon" as const }] }, { kind: "done" }],
    ["nothing where there are no events", { events: [] }, { kind: "done" }],
    ["a workshop has no partners to find", { events: [{ kind: "workshop" as const }] }, { kind: "done" }],
    ["a refused registration is not begun again", { events: [{ standing: "refused" as const }] }, { kind: "done" }],
  ])("%s", (_what, desk, expected) => {
    expect(step(desk)).toEqual(expected);
  });
});

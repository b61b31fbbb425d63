import { expect, test } from "vitest";
import { locales } from "@/domain/input";
import type { MailContent, MailKind, MailParams } from "@/domain/mail/schema";
import { renderMail } from "./render";

const appUrl = "https://pomost.example";
const attack = `<script>alert(1)</script> & "quoted"`;
const at = { event: attack, startsAt: "2027-03-18T12:00:00Z", timeZone: "Europe/Berlin", path: "/events/x" };
const registration = { ...at, person: attack };
const request = { event: attack, timeZone: "Europe/Berlin", partner: attack, path: "/events/x/requests/1" };

const release = { event: attack, timeZone: at.timeZone, path: "/events/x/agenda" };
const changes = [
  { meetingId: "1", partner: attack, after: { startsAt: at.startsAt, room: attack }, before: null },
  { meetingId: "2", partner: attack, after: { startsAt: at.startsAt, room: attack }, before: { startsAt: at.startsAt, room: attack } },
  { meetingId: "3", partner: attack, after: null, before: { startsAt: at.startsAt, room: attack } },
];

const samples: MailParams = {
  sign_in: { token: "to/ken+", code: "012345", minutes: 10 },
  membership_invited: { organisation: attack, inviter: attack, path: "/desk" },
  membership_requested: { organisation: attack, person: attack, path: "/desk" },
  membership_approved: { organisation: attack, path: "/desk" },
  membership_declined: { organisation: attack },
  organisation_approved: { organisation: attack, programme: attack, path: "/desk" },
  organisation_returned: { organisation: attack, reason: attack, path: "/desk" },
  organisation_refused: { organisation: attack, reason: attack },
  event_interest: { event: attack, token: "token" },
  event_open: at,
  event_link: { event: attack, startsAt: at.startsAt, timeZone: at.timeZone, person: attack, url: "https://zoom.example/j/1" },
  registration_received: registration,
  registration_approved: registration,
  registration_waiting: registration,
  registration_moved_up: registration,
  registration_changed: registration,
  registration_cancelled: registration,
  registration_returned: { ...registration, reason: attack },
  registration_refused: { ...registration, reason: attack },
  request_received: { ...request, subject: attack, expiresAt: at.startsAt },
  request_accepted: request,
  request_declined: { ...request, reasonCode: null, reasonText: attack },
  request_withdrawn: request,
  request_colleague: { ...request, colleague: attack },
  request_expiring: { ...request, expiresAt: at.startsAt },
  request_expired: request,
  pairing_made: request,
  participant_nudge: { event: attack, organisation: attack, cause: "unanswered", count: 2, path: "/events/x/requests" },
  meeting_cancelled: { ...request, reasonText: attack },
  meeting_placed: { ...request, startsAt: at.startsAt, room: attack },
  meeting_moved: { ...request, startsAt: at.startsAt, before: at.startsAt, room: attack },
  schedule_released: { ...release, version: 1, changes: changes.slice(0, 1) },
  schedule_changed: { ...release, version: 2, changes },
  reminder_day: { ...registration, registrationId: "r", country: "UA", meetings: [{ startsAt: at.startsAt, endsAt: at.startsAt, partner: attack, room: attack }] },
  reminder_hour: { ...registration, registrationId: "r", country: "PL", meetings: [] },
  rating_asked: { ...registration, partners: [attack, "Żagiel"] },
  second_agreed: { ...request, startsAt: null },
  second_proposed: { ...request, startsAt: at.startsAt },
  second_confirmed: { ...request, startsAt: at.startsAt },
  second_off: { ...request, startsAt: null },
  contact_offered: { ...request, startsAt: null },
  contact_exchanged: { ...request, startsAt: null },
  cooperation_named: { partner: attack, subject: attack, path: "/cooperations" },
  cooperation_asked: { partner: attack, subject: attack, path: "/cooperations" },
  call_posted: { partner: attack, subject: attack, path: "/calls/1", closesAt: at.startsAt, timeZone: at.timeZone },
  call_answered: { partner: attack, subject: attack, path: "/calls/1" },
  call_accepted: { partner: attack, subject: attack, path: "/calls/1" },
  call_declined: { partner: attack, subject: attack, path: "/calls/1" },
  schedule_taken_back: { event: attack, path: "/events/x/agenda" },
  digest: { waiting: 2, asking: [{ kind: "request_received", locale: "en", params: { ...request, subject: attack, expiresAt: at.startsAt } }], news: [{ kind: "event_open", locale: "en", params: at }], more: 3, path: "/notices" },
  search_found: { count: 12, searches: [{ name: attack, organisations: [attack, "Żagiel"] }], path: "/searches" },
  calendar_meeting: { ...request, startsAt: at.startsAt, room: attack, before: at.startsAt },
  calendar_meeting_off: { ...request, startsAt: at.startsAt },
  calendar_event_moved: { ...registration, before: at.startsAt },
  calendar_event_off: registration,
  calendar_elsewhere: registration,
  event_cancelled: { ...registration, reason: attack, reasonLocale: "pl" },
  event_moved: { ...registration, endsAt: at.startsAt, before: at.startsAt, beforeEnds: at.startsAt, meetings: [{ startsAt: at.startsAt, endsAt: at.startsAt, partner: attack, room: attack }] },
  announcement: { ...registration, organisation: attack, subject: `${attack} {person}`, body: `${attack} {organisation}\n\n{button}` },
  announcement_trial: { ...registration, organisation: attack, subject: attack, body: "{when}\n\n{button}" },
  wording_trial: { wordingKind: "request_accepted", subject: attack, body: `${attack}\n\n{button}`, event: { programme: attack, title: attack, slug: "x", startsAt: at.startsAt, timeZone: at.timeZone } },
};

function draft<K extends MailKind>(kind: K, locale: (typeof locales)[number]): MailContent<K> {
  return { kind, locale, params: samples[kind] };
}

const kinds = Object.keys(samples) as MailKind[];

test.each(kinds)("%s is written in three languages, and nothing in it runs", (kind) => {
  const written = locales.map((locale) => renderMail(draft(kind, locale), appUrl));
  // The greeting, for one, is in the reader's language, whatever organisers have written.
  expect(new Set(written.map((mail) => mail.text)).size).toBe(3);
  for (const { subject, text, html } of written) {
    expect(`${subject}${text}`).not.toMatch(/Mail\.\w|\{\w+|undefined|Invalid/);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain("<script>");
    expect(html.match(/<a href="https:\/\/(?:pomost|zoom)\.example\/[^"<>]*"/g) ?? []).toHaveLength(
      kind === "organisation_refused" || kind === "membership_declined" ? 0 : 2,
    );
  }
});

test("links lead to the portal's own address, in the recipient's language", () => {
  const { text, html } = renderMail(draft("sign_in", "pl"), appUrl);
  expect(text).toContain("https://pomost.example/pl/sign-in/confirm?token=to%2Fken%2B\n");
  expect(html).toContain('href="https://pomost.example/pl/sign-in/confirm?token=to%2Fken%2B"');
  expect(html).toContain('<html lang="pl">');
  expect(text).toContain("012345");
});

test("times are told in the event's zone", () => {
  const words = { en: "Thursday, 18 March 2027, 13:00 (Central European Standard Time)", de: "Donnerstag, 18. März 2027, 13:00 Uhr (Mitteleuropäische Normalzeit)", pl: "czwartek, 18 marca 2027, godz. 13:00 (czas środkowoeuropejski standardowy)" };
  for (const locale of locales) expect(renderMail(draft("registration_approved", locale), appUrl).text).toContain(words[locale]);
});

test("and in the reader's own time where that is another one, with the day where that is another one", () => {
  const write = (country: string | null, locale: "en" | "de" | "pl" = "en") => renderMail({ ...draft("registration_approved", locale), country }, appUrl).text;
  expect(write("FI")).toContain("13:00 (Central European Standard Time; in your time 14:00)");
  expect(write("FI", "de")).toContain("13:00 Uhr (Mitteleuropäische Normalzeit; nach Ihrer Ortszeit 14:00 Uhr)");
  expect(write("FI", "pl")).toContain("godz. 13:00 (czas środkowoeuropejski standardowy; według Państwa czasu lokalnego 14:00)");
  expect(write("FJ")).toContain("in your time Friday, 19 March 2027, 00:00)");
  // Clocks that show the same, a country with several of them, and a reader whose country is not known.
  for (const country of ["PL", "US", null]) expect(write(country)).toContain("13:00 (Central European Standard Time)");
  const deadline = renderMail({ ...draft("request_received", "en"), country: "FI" }, appUrl).text;
  expect(deadline).toContain("13:00, in your time 14:00");
});

test("a name with line breaks adds no header", () => {
  const mail: MailContent<"request_accepted"> = {
    ...draft("request_accepted", "en"),
    params: { ...request, partner: "Evil\r\nBcc: everybody@mail.example" },
  };
  expect(renderMail(mail, appUrl).subject).toBe("Evil Bcc: everybody@mail.example agrees to a meeting");
});

test.each([
  ["no_fit", "Grund: das Thema passt nicht zu uns"],
  ["not_taking_part", "Grund: keine Teilnahme an der Veranstaltung mehr"],
  [null, null],
  ["__proto__", null],
])("the ready-made reason %s is put into words", (reasonCode, words) => {
  const mail: MailContent<"request_declined"> = { ...draft("request_declined", "de"), params: { ...request, reasonCode, reasonText: null } };
  const { text } = renderMail(mail, appUrl);
  expect(/Grund: .*/.exec(text)?.[0] ?? null).toBe(words);
});

test("a reason that a moderator wrote is quoted line by line", () => {
  const mail: MailContent<"organisation_returned"> = {
    ...draft("organisation_returned", "en"),
    params: { organisation: "Hafen GmbH", reason: "No address.\nNo website.", path: "/organisations/hafen/edit" },
  };
  expect(renderMail(mail, appUrl).text).toContain("\n> No address.\n> No website.\n");
});

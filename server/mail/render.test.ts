import { expect, test } from "vitest";
import { mailSamples, request } from "@/cli/test/mail-samples";
import { locales } from "@/domain/input";
import type { MailContent, MailKind } from "@/domain/mail/schema";
import { renderMail } from "./render";

const appUrl = "https://pomost.example";

function draft<K extends MailKind>(kind: K, locale: (typeof locales)[number]): MailContent<K> {
  return { kind, locale, params: mailSamples[kind] };
}

const kinds = Object.keys(mailSamples) as MailKind[];

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

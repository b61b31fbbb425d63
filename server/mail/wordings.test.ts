import { describe, expect, test } from "vitest";
import { locales } from "@/domain/input";
import { checkWording } from "@/domain/wording/rules";
import { placeholders, wordingKinds } from "@/domain/wording/schema";
import { messagesOf } from "@/i18n/messages";
import { renderMail } from "./render";
import { sampleOf } from "./samples";
import { fillingsOf, standardWording } from "./wordings";

const appUrl = "https://pomost.example";
const example = { programme: "Programme", title: "Spring fair", slug: "spring", startsAt: "2027-03-18T12:00:00Z", timeZone: "Europe/Berlin" };

describe.each(wordingKinds)("%s", (kind) => {
  test("the portal's own words hold to the rules that organisers' words hold to, in each language", () => {
    for (const locale of locales) expect(checkWording(placeholders[kind], standardWording(kind, locale))).toEqual([]);
  });

  test("each placeholder is filled, and no text of the kind is left out", () => {
    const { inText, alone } = placeholders[kind];
    expect(Object.keys(fillingsOf(sampleOf(kind, "en", { event: example }))).toSorted()).toEqual([...inText, ...alone].toSorted());
    const { subject, body } = standardWording(kind, "en");
    // Shown by the part of the mail that they belong to: the button, a reason, the earlier time.
    const ofParts = { button: true, reason: true, words: kind === "request_declined" || kind === "meeting_cancelled", before: kind === "calendar_meeting" };
    const unused = Object.entries(messagesOf("en").Mail[kind]).filter(([name, text]) => !`${subject}\n\n${body}`.includes(text) && !(name in ofParts && ofParts[name as keyof typeof ofParts]));
    expect(unused).toEqual([]);
  });
});

const mail = (wording: { subject: string; body: string }) => renderMail(sampleOf("registration_approved", "en", { event: example, wording }), appUrl);

test("a programme's own words are filled, escaped and divided into paragraphs", () => {
  const { subject, text, html } = mail({
    subject: "{person}: {event}",
    body: "Dear { person },\nwelcome <b>you</b> & all.\n\n\n{button}\n \nSee you on {when}!",
  });
  expect(subject).toBe("Anna Nowak: Spring fair");
  expect(text).toContain("Hello,\n\nDear Anna Nowak,\nwelcome <b>you</b> & all.\n\nTo the event:\nhttps://pomost.example/en/events/spring/register\n\nSee you on Thursday, 18 March 2027, 13:00 (Central European Standard Time)!\n\n-- \n");
  expect(html).toContain("Dear Anna Nowak,<br>welcome &lt;b&gt;you&lt;/b&gt; &amp; all.</p>");
});

test("what is filled in is not read as a placeholder again", () => {
  const sample = sampleOf("registration_approved", "en", { event: { ...example, title: "{person} {button}" }, wording: { subject: "{event}", body: "{event}\n\n{button}" } });
  expect(renderMail(sample, appUrl).subject).toBe("{person} {button}");
});

test.each([
  { subject: "Hello", body: "No button" },
  { subject: "{organisation}", body: "{button}" },
  { subject: "Hello", body: "{button} {nonsense}" },
  { subject: "{", body: "{button}" },
])("where they do not fit this version, the portal's own words go out: %o", (broken) => {
  expect(mail(broken)).toEqual(renderMail(sampleOf("registration_approved", "en", { event: example }), appUrl));
});

test("a trial says that it is one", () => {
  const { subject, text } = renderMail({ kind: "wording_trial", locale: "de", params: { wordingKind: "request_accepted", subject: "Gut: {partner}", body: "{partner} kommt.\n\n{button}", event: example } }, appUrl);
  expect(subject).toBe("Test: Gut: Klickdeich GmbH");
  expect(text).toContain("Klickdeich GmbH kommt.\n\n");
});

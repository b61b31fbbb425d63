import { createTranslator } from "next-intl";
import type { EntryState } from "@/domain/calendar/schema";
import type { Locale } from "@/domain/input";
import type { MailContent, PersonalMailKind } from "@/domain/mail/schema";
import { isWordingKind } from "@/domain/wording/schema";
import { messagesOf } from "@/i18n/messages";
import { writeHtml, writeText } from "./html";
import { type Block, button, list, text, type Translator } from "./letter";
import { writers, type Written } from "./letters";
import { sampleOf } from "./samples";
import { writeAnnouncement, writeWording } from "./wordings";

/** A mail in words. */
export type RenderedMail = { subject: string; text: string; html: string };

/**
 * What only the sending knows: what becomes of the calendar entry in the attached file, where the mail has one, and the
 * address that switches mails of this kind off, where they are not necessary.
 */
type Extras = { entry?: EntryState | undefined; leave?: string | null };

/** Links of the portal become absolute, from configuration and in the recipient's language. */
function withAbsoluteLink(block: Block, appUrl: string, locale: Locale): Block {
  if (block.kind !== "button" || !block.href.startsWith("/")) return block;
  return { ...block, href: `${appUrl}/${locale}${block.href}` };
}

/** Words of other people may not break out of the line that a mail's subject is. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

type Worded = Exclude<PersonalMailKind, "digest">;

function isPersonal(mail: MailContent): mail is MailContent<Worded> {
  return Object.hasOwn(writers, mail.kind);
}

function writePersonal<K extends Worded>(t: Translator<"Mail">, { kind, params }: MailContent<K>): Written {
  return writers[kind](t, params);
}

/** A trial is the mail that it tries, with examples in it, and says that it is one. */
function writeTrial(t: Translator<"Mail">, { params: { wordingKind, event, subject, body }, locale }: MailContent<"wording_trial">): Written {
  const written = isWordingKind(wordingKind) ? writeWording(sampleOf(wordingKind, locale, { event, wording: { subject, body } })) : { subject, blocks: [text(body)] };
  return { ...written, subject: t("trial", { subject: written.subject }) };
}

/** What waits, and what is new besides: each by the subject of its own mail. */
function writeDigest(t: Translator<"Mail">, { params: { waiting, asking, news, more, path } }: MailContent<"digest">): Written {
  const group = (heading: string, contents: MailContent[]) => (contents.length > 0 ? [text(heading), ...list(contents.map((content) => oneLine(write(t, content).subject)))] : []);
  return {
    subject: t("digest.subject", { count: waiting }),
    blocks: [
      ...group(t("digest.asking"), asking),
      ...group(t("digest.news"), news),
      ...(more > 0 ? [text(t("digest.more", { count: more }))] : []),
      button(t("digest.button"), path),
      text(t("digest.next")),
    ],
  };
}

function write(t: Translator<"Mail">, mail: MailContent): Written {
  if (mail.kind === "digest") return writeDigest(t, mail);
  if (isPersonal(mail)) return writePersonal(t, mail);
  switch (mail.kind) {
    case "wording_trial":
      return writeTrial(t, mail);
    case "announcement":
      return writeAnnouncement(t, mail);
    case "announcement_trial": {
      const written = writeAnnouncement(t, mail);
      return { ...written, subject: t("trial", { subject: written.subject }) };
    }
    default:
      return writeWording(mail);
  }
}

/** Why the reader has the mail. */
function writeFooter(t: Translator<"Mail">, mail: MailContent): string {
  if (mail.kind === "sign_in") return t("footerSignIn");
  return mail.kind === "announcement" || mail.kind === "announcement_trial" ? t("footerAnnouncement", { event: mail.params.event }) : t("footer");
}

/**
 * Writes a mail in its recipient's language.
 * @param appUrl address of the portal, without a slash at the end
 */
export function renderMail(mail: MailContent, appUrl: string, { entry, leave }: Extras = {}): RenderedMail {
  const { locale } = mail;
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "Mail" });
  const { subject, blocks } = write(t, mail);
  const sheet = {
    locale,
    subject: oneLine(subject),
    greeting: t("greeting"),
    addressHint: t("address"),
    blocks: [...blocks, ...(entry ? [text(t(`calendar.${entry}`))] : [])].map((block) => withAbsoluteLink(block, appUrl, locale)),
    leave: leave ? { words: t("leave"), href: leave } : null,
    footer: writeFooter(t, mail),
  };
  return { subject: sheet.subject, text: writeText(sheet), html: writeHtml(sheet) };
}

import { createTranslator } from "next-intl";
import type { EntryState } from "@/domain/calendar/schema";
import type { Locale } from "@/domain/input";
import type { MailContent, MailKind } from "@/domain/mail/schema";
import { messagesOf } from "@/i18n/messages";
import { writeHtml, writeText } from "./html";
import { type Block, text } from "./letter";
import { writers } from "./letters";

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

/**
 * Writes a mail in its recipient's language.
 * @param appUrl address of the portal, without a slash at the end
 */
export function renderMail<K extends MailKind>(mail: MailContent<K>, appUrl: string, { entry, leave }: Extras = {}): RenderedMail {
  const { locale } = mail;
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "Mail" });
  const { subject, blocks } = writers[mail.kind](t, mail.params, locale);
  const sheet = {
    locale,
    subject: oneLine(subject),
    greeting: t("greeting"),
    addressHint: t("address"),
    blocks: [...blocks, ...(entry ? [text(t(`calendar.${entry}`))] : [])].map((block) => withAbsoluteLink(block, appUrl, locale)),
    leave: leave ? { words: t("leave"), href: leave } : null,
    footer: t(mail.kind === "sign_in" ? "footerSignIn" : "footer"),
  };
  return { subject: sheet.subject, text: writeText(sheet), html: writeHtml(sheet) };
}

import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import { z } from "zod";
import type { Invitation } from "@/domain/calendar/schema";
import type { MailFailure, QueuedMail } from "@/domain/mail/schema";
import { writeInvitation } from "../calendar/write-invitation";
import type { Env } from "../env";
import { renderMail } from "./render";
import { unsubscribeUrl } from "./unsubscribe";

/**
 * A way to send mails, over a connection that is kept. `part`: what a mail tells the recipient's calendar. Answers what
 * went wrong between here and the mail server, null where it took the mail; throws where the mail cannot be written.
 */
export type Mailer = { send(mail: QueuedMail, part: Invitation | null): Promise<MailFailure | null>; close(): void };

/** The same mail has the same Message-ID at every attempt, so that a duplicate is recognised as one. */
function messageId(key: string, appUrl: string): string {
  return `<${createHash("sha256").update(key).digest("hex").slice(0, 40)}@${new URL(appUrl).hostname}>`;
}

/** "Pomost <portal@pomost.example>" in two. */
function parseSender(from: string): { name: string; email: string } {
  const [, name = "", email = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name || "Pomost", email };
}

/** A mail server that is slow is left before its job is. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 };

/** One click in a mail program is a POST to this address (RFC 8058). */
function leaveHeaders(leave: string | null): Record<string, string> {
  return leave === null ? {} : { "List-Unsubscribe": `<${leave}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** Sends through the server of SMTP_URL. */
export function openMailer({ SMTP_URL, APP_URL, MAIL_FROM, AUTH_SECRET }: Pick<Env, "SMTP_URL" | "APP_URL" | "MAIL_FROM" | "AUTH_SECRET">): Mailer {
  const transport = createTransport({ url: SMTP_URL, pool: true, maxConnections: 1, ...patience });
  const organizer = parseSender(MAIL_FROM);
  return {
    async send(mail, part) {
      const parties = { organizer, attendee: mail.to };
      const icalEvent = part && writeInvitation(part, { appUrl: APP_URL, parties, madeAt: new Date() });
      const leave = unsubscribeUrl(mail, { appUrl: APP_URL, secret: AUTH_SECRET });
      const message = {
        from: MAIL_FROM,
        to: { name: "", address: mail.to },
        messageId: messageId(mail.key, APP_URL),
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "Content-Language": mail.locale, ...leaveHeaders(leave) },
        ...renderMail(mail, APP_URL, { entry: part?.state, leave }),
        ...(icalEvent ? { icalEvent } : {}),
      };
      return transport.sendMail(message).then(() => null, judgeFailure);
    },
    close: () => transport.close(),
  };
}

const failureSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
});

/**
 * Whether an answer to RCPT TO says that the address is not there (5.1.x, 5.2.1, or 550, 551 and 553 where nothing more
 * is said). A full mailbox, and a policy that refuses the sender, say nothing about the address.
 */
function isAddressUnknown(code: number | undefined, response: string): boolean {
  if (code === undefined || code < 500) return false;
  const detail = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return detail === undefined ? code === 550 || code === 551 || code === 553 : /^5\.(?:1\.|2\.1$)/.test(detail);
}

/**
 * Why a mail did not go out. Final is only what the mail server says about this mail or its recipient (5xx): a server
 * that is away, that refuses the connection, the password or the sender, or that asks to wait (4xx), is tried again.
 */
export function judgeFailure(error: unknown): MailFailure {
  const { code, responseCode, command, response } = failureSchema.safeParse(error).data ?? {};
  const concernsMail = command !== undefined && /^(?:RCPT TO|DATA|API)$/.test(command);
  const isFinal = (responseCode !== undefined && responseCode >= 500 && concernsMail) || (code === "EENVELOPE" && responseCode === undefined);
  const text = [command ?? code ?? "error", response].filter(Boolean).join(": ");
  const isUnknown = command === "RCPT TO" && isAddressUnknown(responseCode, response ?? "");
  return { isFinal, isUnknown, text: text.replace(/[\u0000-\u001F\u007F]+/g, " ").slice(0, 300) };
}

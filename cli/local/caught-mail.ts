import { simpleParser, type AddressObject } from "mailparser";

/** A mail as it arrived. `to` are the addresses of the envelope, `at` is an ISO instant. */
export type CaughtMail = {
  id: number;
  at: string;
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: { name: string; type: string; content: string }[];
  source: string;
};

/** Reads a mail from the bytes that a server was given for these addresses. */
export async function readMail(id: number, to: string[], source: Buffer): Promise<CaughtMail> {
  const parsed = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true });
  const from: AddressObject | undefined = parsed.from;
  return {
    id,
    to,
    at: new Date().toISOString(),
    messageId: parsed.messageId ?? "",
    from: from?.text ?? "",
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: parsed.html || "",
    attachments: parsed.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? "attachment",
      type: contentType,
      content: content.toString("utf8"),
    })),
    source: source.toString("utf8"),
  };
}

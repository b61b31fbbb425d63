import { expect } from "@playwright/test";

export type Mail = { subject: string; text: string; html: string; attachments: { name: string; type: string; content: string }[] };

/** What the mail catcher holds for an address, the newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${process.env["MAIL_URL"]}/api/mails?to=${encodeURIComponent(address)}`);
  return (await answer.json()) as Mail[];
}

/** The newest mail to an address whose subject holds these words, as soon as `count` of them have come. */
export async function mailTo(address: string, subject: string, count = 1): Promise<Mail> {
  const read = async () => (await mailsTo(address)).filter((mail) => mail.subject.includes(subject));
  await expect.poll(async () => (await read()).length, { message: `mails “${subject}” to ${address}`, timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  const [newest] = await read();
  if (!newest) throw new Error(`the mail to ${address} is gone again`);
  return newest;
}

/** The address behind a mail's button. */
export function linkOf({ text }: Mail): string {
  const [link] = /https?:\/\/\S+/.exec(text) ?? [];
  if (!link) throw new Error(`no link in: ${text}`);
  return link;
}

/** The code of a mail to sign in with. */
export function codeOf({ subject }: Mail): string {
  const [code] = /\b\d{6}\b/.exec(subject) ?? [];
  if (!code) throw new Error(`no code in: ${subject}`);
  return code;
}

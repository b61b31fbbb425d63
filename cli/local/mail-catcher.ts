import { createServer, type ServerResponse } from "node:http";
import type { Server } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { readMail, type CaughtMail } from "./caught-mail";
import { pageOfMail, pageOfMails } from "./mail-pages";

/** A mail server that delivers nothing. */
export type MailCatcher = { url: string; smtpUrl: string; ended: Promise<string>; stop: () => Promise<void> };

const kept = 2000;

/**
 * Takes every mail sent to `smtpPort` and shows it on a web page on `webPort`, both on 127.0.0.1, in memory only.
 * For programs: GET /api/mails?to=ADDRESS (newest first, each a CaughtMail), DELETE /api/mails.
 */
export async function startMailCatcher(smtpPort: number, webPort: number): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  let count = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    async onData(stream, { envelope }, done) {
      try {
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.unshift(await readMail((count += 1), to, await buffer(stream)));
        mails.length = Math.min(mails.length, kept);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
  const web = createServer(({ method = "GET", url = "/" }, response) => {
    if (method === "DELETE" && url === "/api/mails") mails.length = 0;
    answer(mails, new URL(url, "http://catcher"), response);
  });
  smtp.on("error", () => {}); // a client that hangs up in the middle
  await Promise.all([listen(smtp.server, smtpPort), listen(web, webPort)]);

  const ended = new Promise<string>((resolve) => web.once("close", () => resolve("closed")));
  return {
    url: `http://localhost:${webPort}`,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    ended,
    async stop() {
      web.close();
      web.closeAllConnections();
      await new Promise<void>((resolve) => smtp.close(resolve));
      await ended;
    },
  };
}

function answer(mails: CaughtMail[], { pathname, searchParams }: URL, response: ServerResponse) {
  if (pathname === "/") return send(response, "text/html", pageOfMails(mails));
  if (pathname === "/api/mails") {
    const to = searchParams.get("to")?.toLowerCase();
    const wanted = to ? mails.filter((mail) => mail.to.some((address) => address.toLowerCase() === to)) : mails;
    return send(response, "application/json", JSON.stringify(wanted));
  }
  const [, id, part = ""] = /^\/mails\/(\d+)(?:\/(html|source))?$/.exec(pathname) ?? [];
  const mail = mails.find((one) => one.id === Number(id));
  if (!mail) return send(response.writeHead(404), "text/plain", "There is no such mail.");
  if (part === "source") return send(response, "text/plain", mail.source);
  if (part === "html") return send(response, "text/html", `<base target="_blank">${mail.html}`, `${policy}; ${sandbox}`);
  return send(response, "text/html", pageOfMail(mail));
}

// What a mail brings along runs no script and loads nothing; the page around it has its style inline.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'self'";
const sandbox = "sandbox allow-popups allow-popups-to-escape-sandbox";

function send(response: ServerResponse, type: string, body: string, contentPolicy = policy) {
  response.setHeader("Content-Type", `${type}; charset=utf-8`);
  response.setHeader("Content-Security-Policy", contentPolicy);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.end(body);
}

function listen(server: Server, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

import type { CaughtMail } from "./caught-mail";

/** The list of all caught mails, newest first; it looks for new ones by itself. */
export function pageOfMails(mails: CaughtMail[]): string {
  const rows = mails.map(
    ({ id, at, to, subject }) => `<tr>
      <td><time datetime="${at}">${clock(at)}</time></td>
      <td>${escape(to.join(", "))}</td>
      <td><a href="/mails/${id}">${escape(subject || "(no subject)")}</a></td>
    </tr>`,
  );
  const table = `<table>
    <thead><tr><th scope="col">Time (UTC)</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
    <tbody>${rows.join("")}</tbody>
  </table>`;
  return page(
    "Mails",
    `<h1>Mails</h1>
    <p>Pomost sent these; the mail catcher kept them, and nobody else got them.</p>
    ${mails.length > 0 ? table : "<p><strong>None yet.</strong></p>"}`,
    '<meta http-equiv="refresh" content="4">',
  );
}

/** One mail: its text, and its HTML in a frame that runs no script. */
export function pageOfMail(mail: CaughtMail): string {
  const attachments = mail.attachments.map(
    ({ name, type, content }) => `<h2>${escape(name)} (${escape(type)})</h2><pre>${escape(content)}</pre>`,
  );
  const frame = `<h2>HTML</h2>
    <iframe title="The mail's HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html"></iframe>`;
  return page(
    mail.subject,
    `<p><a href="/">All mails</a></p>
    <h1>${escape(mail.subject || "(no subject)")}</h1>
    <dl>
      <dt>From</dt><dd>${escape(mail.from)}</dd>
      <dt>To</dt><dd>${escape(mail.to.join(", "))}</dd>
      <dt>Time (UTC)</dt><dd>${clock(mail.at)}</dd>
      <dt>Message-ID</dt><dd>${escape(mail.messageId)} (<a href="/mails/${mail.id}/source">source</a>)</dd>
    </dl>
    <h2>Text</h2>
    <pre>${linked(mail.text)}</pre>
    ${mail.html ? frame : ""}
    ${attachments.join("")}`,
  );
}

function page(title: string, body: string, head = "") {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}
<title>${escape(title)} · Pomost mail catcher</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8888; vertical-align: top; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8888; padding: 1rem; }
  iframe { width: 100%; height: 32rem; border: 1px solid #8888; background: white; }
</style>
</head>
<body>${body}</body>
</html>`;
}

const clock = (instant: string) => instant.slice(11, 19);

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string) {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? "");
}

function linked(text: string) {
  return escape(text).replaceAll(/https?:\/\/[^\s&<>]+(?:&amp;[^\s&<>]+)*/g, (url) => `<a href="${url}">${url}</a>`);
}

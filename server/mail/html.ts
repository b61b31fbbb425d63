import type { Locale } from "@/domain/input";
import type { Block } from "./letter";

/** A mail whose links are absolute, ready to be written as text or HTML. */
export type Sheet = { locale: Locale; subject: string; greeting: string; addressHint: string; blocks: Block[]; footer: string; leave: { words: string; href: string } | null };

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For text and for attributes in double quotes. */
function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function lines(words: string): string {
  return escapeHtml(words).replaceAll("\n", "<br>");
}

// Mail programs know no style sheets to rely on; the colours are those of the light theme.
const paragraph = "margin:0 0 16px";
const quoted = "margin:0 0 16px;padding:12px 16px;border-left:4px solid #0b5261;background:#f1ede5";
const code = "margin:0 0 16px;font-size:32px;font-weight:bold;letter-spacing:6px";
const link = "display:inline-block;padding:12px 24px;border-radius:24px;background:#0b5261;color:#ffffff;font-weight:bold;text-decoration:none";

function block(part: Block, addressHint: string): string {
  switch (part.kind) {
    case "text":
      return `<p style="${paragraph}">${lines(part.text)}</p>`;
    case "quote":
      return `<blockquote${part.lang ? ` lang="${part.lang}"` : ""} style="${quoted}">${lines(part.text)}</blockquote>`;
    case "list":
      return `<ul style="margin:0 0 16px;padding:0 0 0 24px">${part.items.map((item) => `<li style="margin:0 0 8px">${escapeHtml(item)}</li>`).join("")}</ul>`;
    case "code":
      return `<p style="${code}">${escapeHtml(part.text)}</p>`;
    case "button": {
      const href = escapeHtml(part.href);
      return [
        `<p style="${paragraph}"><a href="${href}" style="${link}">${escapeHtml(part.text)}</a></p>`,
        `<p style="${paragraph};font-size:14px;color:#51616a">${escapeHtml(addressHint)}<br><a href="${href}" style="color:#0b5261;word-break:break-all">${href}</a></p>`,
      ].join("\n");
    }
  }
}

function leaveLink({ leave }: Sheet): string {
  return leave === null ? "" : `<br><a href="${escapeHtml(leave.href)}" style="color:#0b5261">${escapeHtml(leave.words)}</a>`;
}

/** The mail as HTML that needs no picture, no style sheet and nothing from elsewhere. */
export function writeHtml(sheet: Sheet): string {
  return `<!DOCTYPE html>
<html lang="${sheet.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(sheet.subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#faf8f4;color:#12242c;font:17px/1.6 Verdana,Arial,sans-serif">
<div role="main" style="max-width:600px;margin:0 auto;padding:24px;border-radius:16px;background:#ffffff">
<p style="margin:0 0 24px;font-size:20px;font-weight:bold;color:#0b5261">Pomost</p>
<h1 style="margin:0 0 24px;font-size:22px;line-height:1.3">${escapeHtml(sheet.subject)}</h1>
<p style="${paragraph}">${escapeHtml(sheet.greeting)}</p>
${sheet.blocks.map((part) => block(part, sheet.addressHint)).join("\n")}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #d9d2c5;font-size:14px;color:#51616a">${escapeHtml(sheet.footer)}${leaveLink(sheet)}</p>
</div>
</body>
</html>
`;
}

/** A part of a mail as plain text. */
export function partText(part: Block): string {
  if (part.kind === "button") return `${part.text}:\n${part.href}`;
  if (part.kind === "list") return part.items.map((item) => `- ${item}`).join("\n");
  return part.kind === "quote" ? part.text.replace(/^/gm, "> ") : part.text;
}

/** The same mail as plain text. */
export function writeText(sheet: Sheet): string {
  const parts = sheet.blocks.map(partText);
  return `${[sheet.greeting, ...parts].join("\n\n")}\n\n-- \n${sheet.footer}\n${sheet.leave === null ? "" : `${sheet.leave.words}:\n${sheet.leave.href}\n`}`;
}

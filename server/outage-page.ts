import { createTranslator } from "next-intl";
import { messagesOf } from "@/i18n/messages";
import { routing } from "@/i18n/routing";
import { outage } from "./outage-flag";

type Locale = (typeof routing.locales)[number];

/** Pages that need nothing from the database. */
const standing = /^\/(?:en|de|pl)\/(?:privacy|accessibility|imprint|cluster|partner)$/;

/** A page that needs nothing but itself. */
function writePage(locale: Locale, nonce: string): string {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "Failure" });
  return `<!DOCTYPE html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t("awayTitle")} · Pomost</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{max-width:40rem;margin:15vh auto;padding:0 1rem;font:1.1rem/1.6 system-ui,sans-serif}</style></head>
<body><main><h1>${t("awayTitle")}</h1><p>${t("awayText")}</p><p><a href="">${t("retry")}</a></p></main></body>
</html>
`;
}

/** The answer to a page that was asked for while the database is away; null where it is not, or is not needed. */
export function answerOutage(path: string, nonce: string): Response | null {
  if (!outage.isOn || standing.test(path)) return null;
  const locale = routing.locales.find((known) => path === `/${known}` || path.startsWith(`/${known}/`)) ?? routing.defaultLocale;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Retry-After": "5" };
  return new Response(writePage(locale, nonce), { status: 503, headers });
}

import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "./messages";
import { routing } from "./routing";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  // Instants are formatted in the zone of the event that owns them: i18n/format.ts always names one.
  return { locale, messages: messagesOf(locale), timeZone: "UTC" };
});

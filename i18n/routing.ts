import { defineRouting } from "next-intl/routing";

/** Every page lives below its language: /en, /de, /pl. */
export const routing = defineRouting({
  locales: ["en", "de", "pl"],
  defaultLocale: "en",
  localePrefix: "always",
  // Links to the other languages come from configuration (i18n/metadata.ts), never from the request's Host.
  alternateLinks: false,
  localeCookie: { name: "pomost-locale", sameSite: "lax" },
});

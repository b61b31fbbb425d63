import { defineRouting } from "next-intl/routing";

/** Every page lives below its language: /en, /de, /pl. */
export const routing = defineRouting({
  locales: ["en", "de", "pl"],
  defaultLocale: "en",
  localePrefix: "always",
  localeCookie: { name: "pomost-locale", sameSite: "lax" },
});

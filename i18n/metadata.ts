import type { Metadata } from "next";
import { routing } from "./routing";

type Page = { locale: string; path: string; title: string; description?: string };

/** Title, description, canonical address and the same page in the other languages. `path` begins with "/" or is empty. */
export function pageMetadata({ locale, path, title, description }: Page): Metadata {
  const languages = Object.fromEntries(routing.locales.map((language) => [language, `/${language}${path}`]));
  return {
    title,
    ...(description ? { description } : {}),
    alternates: { canonical: `/${locale}${path}`, languages: { ...languages, "x-default": `/${routing.defaultLocale}${path}` } },
    openGraph: { title, locale, url: `/${locale}${path}`, siteName: "Pomost", type: "website", ...(description ? { description } : {}) },
  };
}

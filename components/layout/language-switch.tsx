"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { Link, usePathname } from "@/i18n/navigation";
import { routing } from "@/i18n/routing";

const names = { en: "English", de: "Deutsch", pl: "Polski" } as const;

function Links({ query }: { query: string }) {
  const t = useTranslations("Header");
  const current = useLocale();
  const path = usePathname();
  return (
    <nav aria-label={t("language")} className="flex gap-0.5">
      {routing.locales.map((locale) => (
        <Link
          key={locale}
          href={query ? `${path}?${query}` : path}
          locale={locale}
          lang={locale}
          hrefLang={locale}
          prefetch={false}
          aria-current={locale === current ? "true" : undefined}
          className="flex size-9 items-center justify-center rounded-full text-sm font-semibold uppercase no-underline hover:bg-primary-soft aria-[current]:bg-primary aria-[current]:text-on-primary"
        >
          <span aria-hidden="true">{locale}</span>
          <span className="sr-only">{names[locale]}</span>
        </Link>
      ))}
    </nav>
  );
}

function WithQuery() {
  const query = new URLSearchParams(useSearchParams());
  query.delete("notice");
  return <Links query={query.toString()} />;
}

/** The same page in another language, with its filters. */
export function LanguageSwitch() {
  return (
    <Suspense fallback={<Links query="" />}>
      <WithQuery />
    </Suspense>
  );
}

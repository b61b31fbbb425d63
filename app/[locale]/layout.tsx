import type { Metadata } from "next";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ForgetDrafts } from "@/components/form/forget-drafts";
import { KeepFocus } from "@/components/layout/keep-focus";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { routing } from "@/i18n/routing";
import { env } from "@/server/env";
import { readNews } from "@/server/session";
import "../globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

// Namespaces that client components read; everything else stays on the server.
const clientNamespaces = ["Form", "Errors", "Header", "Failure", "MailPreview", "Countdown"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Site");
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: t("title"), template: t("template", { title: "%s" }) },
    description: t("description"),
  };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const all = await getMessages();
  const messages = Object.fromEntries(clientNamespaces.map((name) => [name, all[name]]));
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <NextIntlClientProvider messages={messages}>
          <SiteHeader news={await readNews()} />
          <main id="content" tabIndex={-1} className="flex-1 py-8 outline-none sm:py-12">{children}</main>
          <SiteFooter />
          <ForgetDrafts />
          <KeepFocus />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

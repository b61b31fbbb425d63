import type { MetadataRoute } from "next";
import { listProgrammeEvents } from "@/domain/event/queries";
import { listPublicOrganisationSlugs } from "@/domain/organisation/queries";
import { routing } from "@/i18n/routing";
import { env } from "@/server/env";

export const dynamic = "force-dynamic";

const pages = ["", "/programme", "/organisations", "/cluster", "/partner", "/privacy", "/accessibility", "/imprint"];

/** Every public page in every language. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { APP_URL, HOME_PROGRAMME } = env();
  const [events, organisations] = await Promise.all([
    listProgrammeEvents(HOME_PROGRAMME, routing.defaultLocale),
    listPublicOrganisationSlugs(HOME_PROGRAMME),
  ]);
  const paths = [
    ...pages,
    ...events.map((event) => `/events/${event.slug}`),
    ...organisations.map((slug) => `/organisations/${slug}`),
  ];
  return paths.flatMap((path) => {
    const languages = Object.fromEntries(routing.locales.map((locale) => [locale, `${APP_URL}/${locale}${path}`]));
    return routing.locales.map((locale) => ({ url: `${APP_URL}/${locale}${path}`, alternates: { languages } }));
  });
}

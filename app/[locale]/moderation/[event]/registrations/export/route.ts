import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { exportRegistrations, type RegistrationExport } from "@/domain/registration/commands/export-registrations";
import { type Locale, localeSchema } from "@/domain/input";
import { formatCountry, formatInstant, formatLanguages, formatTimes } from "@/i18n/format";
import { writeCsv } from "@/server/csv";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Context = { params: Promise<{ locale: string; event: string }> };

async function writeTable({ event, slots, rows }: RegistrationExport, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "RegistrationQueue" });
  const times = slots.map((slot) => formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone));
  const header = [
    t("state"), t("organisation"), t("country"), t("person"), t("email"), t("languages"), t("interpreter"), t("hopes"), t("since"), ...times,
  ];
  const mark = (isOn: boolean) => (isOn ? t("yes") : t("no"));
  return writeCsv(header, rows.map((row) => [
    t(`states.${row.state}`),
    row.organisation.name,
    formatCountry(row.organisation.country, locale),
    row.personName,
    row.email,
    formatLanguages(row.languages, locale),
    mark(row.interpreterNeeded),
    row.hopes ?? "",
    formatInstant(row.createdAt, locale, event.timeZone),
    ...slots.map((slot) => mark(row.slotIds.includes(slot.id))),
  ]));
}

/** Everybody who has registered, as a file for spreadsheets. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  const { locale: wanted, event } = await params;
  const locale = localeSchema.parse(wanted);
  const result = await readPage(exportRegistrations(await getActor(), event));
  if (!result.ok) return new Response(null, { status: 429, headers: { "Retry-After": "3600" } });
  return new Response(await writeTable(result.value, locale), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${result.value.event.slug}-registrations.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { exportEvidence } from "@/domain/evidence/commands";
import { localeSchema, slugSchema } from "@/domain/input";
import { NotFound } from "@/domain/result";
import { formatCountry, formatInstant, formatTime } from "@/i18n/format";
import { answerFile, tooMany } from "@/server/archive";
import { writeCsv } from "@/server/csv";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Context = { params: Promise<{ locale: string; event: string }> };

/** Who registered for an event and who came, as a file for spreadsheets. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  const { locale: wanted, event: slug } = await params;
  const locale = localeSchema.parse(wanted);
  const work = slugSchema.safeParse(slug).success ? exportEvidence(await getActor(), slug) : Promise.reject(new NotFound("no such event"));
  const result = await readPage(work);
  if (!result.ok) return tooMany();
  const t = await getTranslations({ locale, namespace: "Evidence" });
  const { event, rows } = result.value;
  const head = (["number", "person", "organisation", "country", "registered", "presence", "arrived"] as const).map((column) => t(`columns.${column}`));
  const lines = rows.map((row, index) => [
    String(index + 1), row.personName ?? t("noName"), row.organisation, formatCountry(row.country, locale), formatInstant(row.registeredAt, locale, event.timeZone),
    t(`attendance.${row.attendance ?? "unknown"}`), row.arrivedAt ? formatTime(row.arrivedAt, locale, event.timeZone) : "",
  ]);
  return answerFile(`${event.slug}-evidence.csv`, "text/csv; charset=utf-8", writeCsv(head, lines));
}

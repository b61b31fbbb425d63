import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/layout/print-button";
import { buttonClass } from "@/components/ui/button";
import { TableFrame } from "@/components/ui/data";
import { Container, PageHeader } from "@/components/ui/surface";
import { readEvidence } from "@/domain/evidence/commands";
import { slugSchema } from "@/domain/input";
import { formatCountry, formatDay, formatInstant, formatTime } from "@/i18n/format";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("Evidence"))("title") };
}

const cell = "px-3 py-2 text-left align-top";

/** Who registered for an event and who came, on screen and on paper. */
export default async function EvidenceListPage({ params }: Props) {
  const [{ event: slug }, t, locale, actor] = await Promise.all([params, getTranslations("Evidence"), getLocale(), getActor()]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const { event, rows } = await readPage(readEvidence(actor, slug, locale));
  const columns = ["number", "person", "organisation", "country", "registered", "presence", "arrived"] as const;
  return (
    <Container wide>
      <PageHeader title={t("listTitle")} eyebrow={<span lang={event.textLocale}>{event.title}</span>} intro={t("listIntro", { day: formatDay(event.startsAt, locale, event.timeZone), count: rows.length })} />
      <div className="no-print mb-6 flex flex-wrap gap-3">
        <PrintButton label={t("print")} />
        <a href={`/${locale}/moderation/evidence/${slug}/file`} download className={buttonClass("secondary", "small")}>{t("file")}</a>
      </div>
      <TableFrame label={t("listTitle")}>
        <table className="w-full min-w-4xl border-collapse print:min-w-0 print:text-[9pt]">
          <caption className="sr-only">{t("listTitle")}</caption>
          <thead className="bg-sunken"><tr>{columns.map((column) => <th key={column} scope="col" className={cell}>{t(`columns.${column}`)}</th>)}</tr></thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id} className="break-inside-avoid border-t border-line">
                <td className={cell}>{index + 1}</td>
                <th scope="row" className={`${cell} font-semibold`}>{row.personName ?? t("noName")}</th>
                <td className={cell}>{row.organisation}</td>
                <td className={cell}>{formatCountry(row.country, locale)}</td>
                <td className={cell}>{formatInstant(row.registeredAt, locale, event.timeZone)}</td>
                <td className={cell}>{t(`attendance.${row.attendance ?? "unknown"}`)}</td>
                <td className={cell}>{row.arrivedAt ? formatTime(row.arrivedAt, locale, event.timeZone) : t("noTime")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Container>
  );
}

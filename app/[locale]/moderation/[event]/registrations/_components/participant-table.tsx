import { useLocale, useTranslations } from "next-intl";
import { TableFrame } from "@/components/ui/data";
import { Disclosure } from "@/components/ui/disclosure";
import type { RegistrationRow } from "@/domain/registration/schema";
import { formatCountry, formatLanguages } from "@/i18n/format";
import { DecisionForm } from "./decision-form";

type Props = { label: string; event: string; rows: RegistrationRow[]; slotCount: number; isNumbered?: boolean };

const cell = "px-4 py-3 text-left align-top";

/** Registrations as a table: who takes part, or who waits in which order. */
export function ParticipantTable({ label, event, rows, slotCount, isNumbered = false }: Props) {
  const t = useTranslations("RegistrationQueue");
  const heads = [...(isNumbered ? [t("number")] : []), t("organisation"), t("person"), t("languages"), t("interpreter"), t("free"), t("decide")];
  return (
    <TableFrame label={label}>
      <table className="w-full min-w-[64rem] border-collapse">
        <caption className="sr-only">{label}</caption>
        <thead className="border-b border-line bg-sunken">
          <tr>{heads.map((head) => <th key={head} scope="col" className={cell}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} className="border-b border-line last:border-0">
              {isNumbered ? <td className={cell}>{index + 1}</td> : null}
              <ParticipantCells row={row} slotCount={slotCount} />
              <td className={cell} aria-label={t("decide")}>
                <Disclosure summary={t("remove")} label={t("decisionLabels.refuse", { name: row.personName })}>
                  <div className="w-72"><DecisionForm event={event} row={row} /></div>
                </Disclosure>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function ParticipantCells({ row, slotCount }: { row: RegistrationRow; slotCount: number }) {
  const t = useTranslations("RegistrationQueue");
  const locale = useLocale();
  const { organisation } = row;
  return (
    <>
      <th scope="row" className={`${cell} font-semibold`}>
        {organisation.name}
        <span className="block font-normal text-muted">{formatCountry(organisation.country, locale)}{organisation.isAdmitted ? "" : ` · ${t("notAdmitted")}`}</span>
      </th>
      <td className={cell}>
        {row.personName}
        <span className="block text-muted">{row.email}</span>
      </td>
      <td className={cell}>{formatLanguages(row.languages, locale)}</td>
      <td className={cell}>{row.interpreterNeeded ? t("yes") : t("no")}</td>
      <td className={cell}>{slotCount > 0 ? t("freeOf", { free: row.slotIds.length, all: slotCount }) : t("none")}</td>
    </>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { controlClass } from "@/components/ui/classes";
import { TableFrame } from "@/components/ui/data";
import { locales } from "@/domain/input";
import type { getIntake } from "@/domain/intake/queries/preview-intake";
import { fields, none } from "@/domain/intake/schema";
import { formatLanguage } from "@/i18n/format";
import { chooseColumnsAction } from "../../actions";

type File = Pick<Awaited<ReturnType<typeof getIntake>>, "event" | "id" | "columns" | "choices" | "lines" | "organisations">;

const meanings = [none, ...fields] as const;

const cell = "align-top max-sm:block sm:px-4 sm:py-3";

/** What each column means, with the first of its cells; and which organisations are meant that nobody knows by their names. */
export function ColumnsForm({ file }: { file: File }) {
  const t = useTranslations("IntakePage");
  const locale = useLocale();
  return (
    <Form action={chooseColumnsAction} label={t("columnsTitle")}>
      <input type="hidden" name="event" value={file.event.slug} />
      <input type="hidden" name="file" value={file.id} />
      <ColumnsTable columns={file.columns} />
      <UnknownOrganisations {...file} />
      <div className="max-w-sm">
        <SelectField
          name="locale"
          label={t("formLanguage")}
          hint={t("formLanguageHint")}
          options={locales.map((code) => ({ value: code, label: formatLanguage(code, locale) }))}
          defaultValue={file.choices.locale}
        />
      </div>
      <SubmitButton look="secondary">{t("choose")}</SubmitButton>
    </Form>
  );
}

function ColumnsTable({ columns }: Pick<File, "columns">) {
  const t = useTranslations("IntakePage");
  return (
    <TableFrame label={t("columnsTitle")}>
      <table className="w-full text-left max-sm:block sm:min-w-xl">
        <thead className="border-b border-line bg-sunken max-sm:sr-only">
          <tr>
            <th scope="col" className={cell}>{t("column")}</th>
            <th scope="col" className={cell}>{t("samples")}</th>
            <th scope="col" className={cell}>{t("meaning")}</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {columns.map(({ number, name, meaning, samples }) => (
            <tr key={number} className="border-b border-line last:border-b-0 max-sm:block max-sm:space-y-1 max-sm:p-4">
              <th scope="row" className={`${cell} max-w-xs font-semibold break-words`}>{name || t("nameless", { number })}</th>
              <td className={`${cell} max-w-xs break-words text-muted`}>{samples.map((sample) => sample.slice(0, 60)).join(" · ") || "–"}</td>
              <td className={cell}>
                <select name="column" key={meaning} defaultValue={meaning} aria-label={t("meaningOf", { column: name || String(number) })} className={controlClass}>
                  {meanings.map((field) => <option key={field} value={field}>{t(`fields.${field}`)}</option>)}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** Names that the programme does not know, and those for which the moderator has said who is meant. */
function UnknownOrganisations({ lines, choices, organisations }: File) {
  const t = useTranslations("IntakePage");
  const unknown = lines.flatMap((line) => (line.outcome === "unknown" ? [{ name: line.organisation, meant: none }] : []));
  const chosen = Object.entries(choices.organisations).map(([name, meant]) => ({ name, meant }));
  const names = [...new Map([...unknown, ...chosen].map((entry) => [entry.name, entry])).values()];
  if (names.length === 0) return null;
  return (
    <fieldset className="max-w-3xl space-y-4">
      <legend className="mb-1.5 text-lg font-bold">{t("unknownTitle")}</legend>
      <p className="text-muted">{t("unknownHint")}</p>
      {names.map(({ name, meant }) => (
        <label key={name} className="grid gap-x-6 gap-y-1 sm:grid-cols-2 sm:items-center">
          <span className="font-semibold break-words">{name}</span>
          <input type="hidden" name="named" value={name} />
          <select name="meant" key={meant} defaultValue={meant} className={controlClass}>
            <option value={none}>{t("leaveOut")}</option>
            {organisations.map(({ id, name: title }) => <option key={id} value={id}>{title}</option>)}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

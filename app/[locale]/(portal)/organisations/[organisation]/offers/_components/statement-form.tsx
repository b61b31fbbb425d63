import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/form/choice-field";
import { Draft } from "@/components/form/draft";
import { Form } from "@/components/form/form";
import { GroupedSelect } from "@/components/form/grouped-select";
import { SavedDifferences } from "@/components/form/saved-differences";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { fieldGroupOptions } from "@/components/organisation/field-groups";
import { buttonClass } from "@/components/ui/button";
import { locales } from "@/domain/input";
import { type Direction, limits, type StatementView } from "@/domain/organisation/schema";
import { formatLanguage } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import type { OwnOrganisation } from "../../_components/own-organisation";
import { addStatementAction, editStatementAction } from "../actions";

/** The form of a new offer or need. The text's language is at first that of the page. */
export async function AddStatement({ own, direction }: { own: OwnOrganisation; direction: Direction }) {
  const t = await getTranslations("OrganisationOffers");
  return (
    <Form action={addStatementAction} label={t(`${direction}Add`)}>
      <Draft user={own.userId} form={`${direction}-${own.profile.id}`} />
      <input type="hidden" name="organisation" value={own.profile.slug} />
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <input type="hidden" name="direction" value={direction} />
      <StatementFields direction={direction} />
      <SubmitButton>{t(`${direction}Add`)}</SubmitButton>
    </Form>
  );
}

/** The form in the place of one offer or need. */
export async function EditStatement({ own, statement }: { own: OwnOrganisation; statement: StatementView & { version: number } }) {
  const [t, here] = [await getTranslations("OrganisationOffers"), await getLocale()];
  const saved = [
    { name: "text", label: t(`${statement.direction}Text`), values: [statement.text], words: statement.text, lang: statement.locale },
    { name: "locale", label: t("locale"), values: [statement.locale], words: formatLanguage(statement.locale, here) },
  ];
  return (
    <Form action={editStatementAction} label={t("editLabel", { text: statement.text })}>
      <Draft user={own.userId} form={`statement-${statement.id}`} version={statement.version} />
      <SavedDifferences fields={saved} />
      <input type="hidden" name="organisation" value={own.profile.slug} />
      <input type="hidden" name="statement" value={statement.id} />
      <input type="hidden" name="version" value={statement.version} />
      <StatementFields direction={statement.direction} statement={statement} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("save")}</SubmitButton>
        <Link href={`/organisations/${own.profile.slug}/offers#statement-${statement.id}`} className={buttonClass("quiet")}>{t("cancel")}</Link>
      </div>
    </Form>
  );
}

async function StatementFields({ direction, statement }: { direction: Direction; statement?: StatementView }) {
  const [t, here, groups] = [await getTranslations("OrganisationOffers"), await getLocale(), await fieldGroupOptions()];
  return (
    <>
      <TextAreaField
        name="text"
        label={t(`${direction}Text`)}
        hint={t("textHint")}
        lang={statement?.locale}
        rows={3}
        maxLength={limits.statement}
        defaultValue={statement?.text}
      />
      <SelectField
        name="locale"
        label={t("locale")}
        options={locales.map((value) => ({ value, label: formatLanguage(value, here) }))}
        defaultValue={statement?.locale ?? here}
      />
      <fieldset className="space-y-3">
        <legend className="font-semibold">{t("fields")}</legend>
        <p className="text-muted">{t("fieldsHint")}</p>
        {(["field1", "field2", "field3"] as const).map((name, index) => (
          <GroupedSelect key={name} name={name} label={t(name)} groups={groups} defaultValue={statement?.fields[index]} emptyLabel={t("noField")} isOptional />
        ))}
      </fieldset>
    </>
  );
}

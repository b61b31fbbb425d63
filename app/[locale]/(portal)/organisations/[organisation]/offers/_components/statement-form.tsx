import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SelectField } from "@/components/form/choice-field";
import { Draft } from "@/components/form/draft";
import { Form } from "@/components/form/form";
import { GroupedSelect } from "@/components/form/grouped-select";
import { SavedDifferences } from "@/components/form/saved-differences";
import { SeenField } from "@/components/form/seen-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { fieldGroupOptions } from "@/components/organisation/field-groups";
import { buttonClass } from "@/components/ui/button";
import { labelSubject } from "@/domain/aid/queries";
import type { WritingAid as WritingAidView } from "@/domain/aid/schema";
import { type Locale, locales } from "@/domain/input";
import { type Direction, limits, type OwnStatement, type StatementView } from "@/domain/organisation/schema";
import { formatLanguage } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import type { OwnOrganisation } from "../../_components/own-organisation";
import { addStatementAction, editStatementAction } from "../actions";
import { AddDisclosure } from "./add-disclosure";
import { WritingAid } from "./writing-aid";

const noCorrections = { addedConcepts: [], removedConcepts: [] };

/** The form of a new offer or need. The text's language is at first that of the page. */
export async function AddStatement({ own, direction, isOpen }: { own: OwnOrganisation; direction: Direction; isOpen: boolean }) {
  const t = await getTranslations("OrganisationOffers");
  return (
    <Form action={addStatementAction} label={t(`${direction}Add`)}>
      <Draft user={own.userId} form={`${direction}-${own.profile.id}`} />
      <input type="hidden" name="organisation" value={own.profile.slug} />
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <input type="hidden" name="direction" value={direction} />
      <AddDisclosure summary={t(`${direction}Add`)} isOpen={isOpen}>
        <StatementFields direction={direction}>
          <WritingAid direction={direction} saved={noCorrections} initial={null} />
        </StatementFields>
        <SubmitButton>{t(`${direction}Add`)}</SubmitButton>
      </AddDisclosure>
    </Form>
  );
}

/** The labels of concepts as a person reads them who compares what is saved now. */
const labelled = (ids: readonly string[], here: Locale) => ids.map((id) => labelSubject(id, here)).join(" · ");

type EditProps = { own: OwnOrganisation; statement: OwnStatement; aid: WritingAidView | null };

/** The form in the place of one offer or need. */
export async function EditStatement({ own, statement, aid }: EditProps) {
  const { addedConcepts, removedConcepts } = statement;
  const [t, tAid, here] = [await getTranslations("OrganisationOffers"), await getTranslations("WritingAid"), await getLocale()];
  const saved = [
    { name: "text", label: t(`${statement.direction}Text`), values: [statement.text], words: statement.text, lang: statement.locale },
    { name: "locale", label: t("locale"), values: [statement.locale], words: formatLanguage(statement.locale, here) },
    { name: "addedConcepts", label: tAid("added"), values: [addedConcepts.join(" ")], words: labelled(addedConcepts, here) },
    { name: "removedConcepts", label: tAid("removed"), values: [removedConcepts.join(" ")], words: labelled(removedConcepts, here) },
  ];
  return (
    <Form action={editStatementAction} label={t("editLabel", { text: statement.text })}>
      <Draft user={own.userId} form={`statement-${statement.id}`} version={statement.version} />
      <SavedDifferences fields={saved} />
      <input type="hidden" name="organisation" value={own.profile.slug} />
      <input type="hidden" name="statement" value={statement.id} />
      <SeenField name="version" value={statement.version} />
      <input type="hidden" name="direction" value={statement.direction} />
      <StatementFields direction={statement.direction} statement={statement}>
        <WritingAid direction={statement.direction} saved={{ addedConcepts, removedConcepts }} initial={aid} />
      </StatementFields>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("save")}</SubmitButton>
        <Link href={`/organisations/${own.profile.slug}/offers#statement-${statement.id}`} className={buttonClass("quiet")}>{t("cancel")}</Link>
      </div>
    </Form>
  );
}

async function StatementFields({ direction, statement, children }: { direction: Direction; statement?: StatementView; children: ReactNode }) {
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
      {children}
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

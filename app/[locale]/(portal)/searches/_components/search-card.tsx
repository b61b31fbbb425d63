import { useLocale, useTranslations } from "next-intl";
import { useFilterWords } from "@/components/directory/filter-chips";
import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import { longestSearchName, type SavedSearchView } from "@/domain/search/schema";
import { Link } from "@/i18n/navigation";
import { deleteSearchAction, renameSearchAction } from "../actions";

/** A saved search: what it looks for, the way to who fits, another name, and its end. */
export function SearchCard({ saved: { id, name, locale, query, filters, understanding } }: { saved: SavedSearchView }) {
  const t = useTranslations("SavedSearches");
  const tDirectory = useTranslations("Directory");
  const reader = useLocale();
  const words = useFilterWords(filters, understanding.concepts, []).map((filter) => filter.words);
  const parts = filters.side === "only" ? [...words, tDirectory("sideOnly")] : words;
  const { understood } = understanding;
  return (
    <Card>
      <h2 lang={locale} className="text-xl font-bold wrap-anywhere">{name}</h2>
      <p className="wrap-anywhere text-muted">{parts.join(" · ")}</p>
      {understood.length > 0 ? <p className="text-muted">{tDirectory("understood")} {understood.map(({ label }) => label[reader]).join(" · ")}</p> : null}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        <Link href={`/partners${query}`} className={buttonClass("primary", "small")} aria-label={t("showLabel", { name })}>{t("show")}</Link>
        <Form action={renameSearchAction} label={t("renameLabel", { name })} className={foldedFormClass}>
          <FormDisclosure summary={t("rename")} label={t("renameLabel", { name })}>
            <input type="hidden" name="search" value={id} />
            <div className="space-y-4">
              <TextField name="name" label={t("name")} maxLength={longestSearchName} defaultValue={name} lang={locale} />
              <SubmitButton look="secondary" size="small">{t("renameSubmit")}</SubmitButton>
            </div>
          </FormDisclosure>
        </Form>
        <ActionButton action={deleteSearchAction} fields={{ search: id }} label={t("deleteLabel", { name })}>{t("delete")}</ActionButton>
      </div>
    </Card>
  );
}

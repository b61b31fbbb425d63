import { useLocale, useTranslations } from "next-intl";
import { Form, type FormAction } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { buttonClass } from "@/components/ui/button";
import { directoryQuery } from "@/domain/directory/rules";
import type { DirectoryFilters, Understanding } from "@/domain/directory/schema";
import { isSearch } from "@/domain/search/rules";
import { longestSearchName } from "@/domain/search/schema";
import { Link } from "@/i18n/navigation";

type Props = { filters: DirectoryFilters; understanding: Understanding; action: FormAction };

/** Keeps the search that is shown, under a name, to be told of who fits from now on; and the way to those kept before. */
export function SaveSearch({ filters, understanding: { concepts }, action }: Props) {
  const t = useTranslations("SavedSearches");
  const locale = useLocale();
  const suggested = [filters.q, ...concepts.map(({ label }) => label[locale])].filter((words) => words !== "").join(", ");
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      {isSearch(filters) ? (
        <Form action={action} label={t("save")} className={foldedFormClass}>
          <FormDisclosure summary={t("save")}>
            <input type="hidden" name="query" value={directoryQuery(filters)} />
            <input type="hidden" name="locale" value={locale} />
            <div className="space-y-4">
              <p>{t("saveHint")}</p>
              <TextField key={suggested} name="name" label={t("name")} maxLength={longestSearchName} defaultValue={suggested.slice(0, longestSearchName)} />
              <SubmitButton look="secondary" size="small">{t("saveSubmit")}</SubmitButton>
            </div>
          </FormDisclosure>
        </Form>
      ) : null}
      <Link href="/searches" className={buttonClass("quiet", "small")}>{t("title")}</Link>
    </div>
  );
}

import { useTranslations } from "next-intl";
import { fieldGroups, fieldTree } from "@/domain/field/schema";
import { FilterFrame } from "./filter-select";

/** A field of activity, or a whole group of them. */
export function FieldSelect({ label, value }: { label: string; value: string | undefined }) {
  const t = useTranslations("Fields");
  const tDirectory = useTranslations("Directory");
  return (
    <FilterFrame name="field" label={label} value={value}>
      {fieldGroups.map((group) => (
        <optgroup key={group} label={t(group)}>
          <option value={group}>{tDirectory("wholeGroup", { group: t(group) })}</option>
          {fieldTree[group].map((code) => <option key={code} value={code}>{t(code)}</option>)}
        </optgroup>
      ))}
    </FilterFrame>
  );
}

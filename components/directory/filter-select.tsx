import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

const selectClass = "block min-h-11 w-full rounded-xl border border-line-strong bg-surface px-3 py-2";

type Frame = { name: string; label: string; value: string | undefined; emptyLabel?: string; children: ReactNode };

/** A select of a filter form; its empty choice filters nothing. */
export function FilterFrame({ name, label, value, emptyLabel, children }: Frame) {
  const t = useTranslations("Directory");
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">{label}</label>
      <select key={value} id={id} name={name} defaultValue={value ?? ""} className={selectClass}>
        <option value="">{emptyLabel ?? t("any")}</option>
        {children}
      </select>
    </div>
  );
}

type Props = Omit<Frame, "children"> & { options: readonly { value: string; label: string }[] };

export function FilterSelect({ options, ...frame }: Props) {
  return (
    <FilterFrame {...frame}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </FilterFrame>
  );
}

"use client";

import { controlClass } from "@/components/ui/classes";
import { describedBy, FieldFrame, useField, type ControlProps } from "./field";
import type { OptionGroup } from "./grouped-choice";

type Props = ControlProps & { groups: readonly OptionGroup[]; defaultValue?: string | undefined; emptyLabel: string };

/** One of many, folded away, in groups. */
export function GroupedSelect({ name, label, hint, isOptional, groups, defaultValue, emptyLabel }: Props) {
  const { id, error, typed } = useField(name);
  const value = typeof typed === "string" ? typed : (defaultValue ?? "");
  return (
    <FieldFrame id={id} error={error} label={label} hint={hint} isOptional={isOptional ?? false}>
      {/* The key makes the control take the typed value after the form has been answered. */}
      <select
        key={value}
        id={id}
        name={name}
        className={controlClass}
        defaultValue={value}
        required={!isOptional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        <option value="">{emptyLabel}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

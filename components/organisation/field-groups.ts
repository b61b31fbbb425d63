import { getTranslations } from "next-intl/server";
import type { OptionGroup } from "@/components/form/grouped-choice";
import { fieldGroups, fieldTree } from "@/domain/field/schema";

/** All fields of activity to choose from, in their groups. */
export async function fieldGroupOptions(): Promise<OptionGroup[]> {
  const t = await getTranslations("Fields");
  return fieldGroups.map((group) => ({ label: t(group), options: fieldTree[group].map((value) => ({ value, label: t(value) })) }));
}

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form";
import { dismissalFields, type DismissalPlace } from "./dismissal-fields";

type Props = { organisation: { slug: string; name: string }; place: DismissalPlace; undo: FormAction };

/** What stands in the place of a suggestion that was dismissed just now. */
export function DismissedLine({ organisation, place, undo }: Props) {
  const t = useTranslations("Dismissal");
  const { slug, name } = organisation;
  return (
    <div
      id="dismissed"
      tabIndex={-1}
      className="flex scroll-mt-24 flex-wrap items-center justify-between gap-3 rounded-2xl border-2 border-dashed border-line px-5 py-4"
    >
      <p role="status">{t("done", { name })}</p>
      <ActionButton action={undo} fields={dismissalFields(slug, place)} label={t("undoLabel", { name })}>{t("undo")}</ActionButton>
    </div>
  );
}

import { Bookmark, BookmarkCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form";

type Props = {
  organisation: { id: string; name: string };
  isOn: boolean;
  /** Slug of the event whose directory this is. */
  event?: string;
  action: FormAction;
};

/** Keeps an organisation in mind, or no longer; says which of the two it is now. */
export function BookmarkButton({ organisation: { id, name }, isOn, event, action }: Props) {
  const t = useTranslations("Directory");
  const Icon = isOn ? BookmarkCheck : Bookmark;
  const fields = { organisationId: id, isOn: isOn ? "no" : "yes", ...(event === undefined ? {} : { event }) };
  return (
    <ActionButton
      key={String(isOn)}
      action={action}
      fields={fields}
      look={isOn ? "secondary" : "quiet"}
      label={isOn ? t("bookmarkRemoveLabel", { name }) : t("bookmarkAddLabel", { name })}
    >
      <Icon aria-hidden="true" className="size-5" />
      {isOn ? t("bookmarkRemove") : t("bookmarkAdd")}
    </ActionButton>
  );
}

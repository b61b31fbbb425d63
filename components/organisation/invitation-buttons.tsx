import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form";

type Props = { membership: string; accept: FormAction; decline: FormAction };

/** Yes or no to an invitation to act for an organisation. */
export function InvitationButtons({ membership, accept, decline }: Props) {
  const t = useTranslations("OrganisationJoin");
  return (
    <div className="flex flex-wrap items-start gap-3">
      <ActionButton action={accept} fields={{ membership }} look="primary">{t("accept")}</ActionButton>
      <ActionButton action={decline} fields={{ membership }} look="secondary">{t("decline")}</ActionButton>
    </div>
  );
}

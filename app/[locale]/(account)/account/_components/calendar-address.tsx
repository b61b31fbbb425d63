import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import { makeAddressAction, removeAddressAction } from "../actions";

/** The secret address of the person's calendar, with ways to renew and to end it; or the way to get one. */
export function CalendarAddress({ address }: { address: { id: string; https: string; webcal: string } | null }) {
  const t = useTranslations("CalendarAddress");
  if (!address) return <ActionButton action={makeAddressAction} fields={{}} size="normal">{t("make")}</ActionButton>;
  return (
    <Card className="space-y-4">
      <p><code className="break-all select-all">{address.https}</code></p>
      <p className="text-muted">{t("secret")}</p>
      <div className="flex flex-wrap items-start gap-3">
        <a href={address.webcal} className={buttonClass("primary", "small")}>
          <CalendarPlus aria-hidden="true" className="size-5" />
          {t("subscribe")}
        </a>
        <ActionButton action={makeAddressAction} fields={{ seen: address.id }}>{t("renew")}</ActionButton>
        <ActionButton action={removeAddressAction} fields={{ seen: address.id }}>{t("remove")}</ActionButton>
      </div>
    </Card>
  );
}

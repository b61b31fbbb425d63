import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/classes";
import type { WantedTimes } from "@/domain/alteration/schema";
import { getPathname } from "@/i18n/navigation";

type Props = { event: string; shown: WantedTimes; zone: string };

/** The wanted time: a plain form whose result, what would change, has an address of its own. */
export function TimesForm({ event, shown, zone }: Props) {
  const t = useTranslations("MoveEvent");
  const action = getPathname({ href: `/moderation/${event}/settings/move`, locale: useLocale() });
  const field = (name: keyof WantedTimes) => (
    <div>
      <label htmlFor={name} className="mb-1 block font-semibold">{t(name)}</label>
      <input id={name} type="datetime-local" name={name} defaultValue={shown[name]} required aria-describedby="zone-hint" className={controlClass} />
    </div>
  );
  return (
    <form action={action} aria-label={t("formLabel")} className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">{field("startsAt")}{field("endsAt")}</div>
      <p id="zone-hint" className="text-muted">{t("zone", { zone })}</p>
      <Button look="secondary">{t("show")}</Button>
    </form>
  );
}

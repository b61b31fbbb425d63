import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/classes";
import { Card } from "@/components/ui/surface";
import type { Pairing } from "@/domain/schedule/queries/get-pairing";
import { formatCountry } from "@/i18n/format";
import { getPathname } from "@/i18n/navigation";

type Props = { pairing: Pairing; chosen: { left: string | undefined; right: string | undefined } };

/** Which two organisations: a plain form whose result has an address of its own. */
export function ChoiceForm({ pairing: { event, choices }, chosen }: Props) {
  const t = useTranslations("PairingPage");
  const locale = useLocale();
  return (
    <Card className="mb-8">
      <form action={getPathname({ href: `/moderation/${event.slug}/pairing`, locale })} aria-label={t("form")} className="grid items-end gap-4 md:grid-cols-[1fr_1fr_auto]">
        {(["left", "right"] as const).map((side) => (
          <div key={side} className="min-w-0">
            <label htmlFor={`pairing-${side}`} className="mb-1.5 block font-semibold">{t(side)}</label>
            <select
              key={chosen[side]}
              id={`pairing-${side}`}
              name={side}
              defaultValue={chosen[side] ?? ""}
              required
              className={controlClass}
            >
              <option value="">{t("choose")}</option>
              {choices.map(({ slug, name, country, meetings }) => (
                <option key={slug} value={slug}>{t("choice", { name, country: formatCountry(country, locale), meetings })}</option>
              ))}
            </select>
          </div>
        ))}
        <Button>{t("compare")}</Button>
      </form>
    </Card>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { audienceGroups, type Audience } from "@/domain/announcement/schema";
import { locales } from "@/domain/input";
import { formatCountry, formatLanguage } from "@/i18n/format";
import { getPathname } from "@/i18n/navigation";

type Props = { event: string; audience: Audience; countries: readonly string[] };

/** Whom it is for: a plain form whose result has an address of its own. */
export function AudienceForm({ event, audience, countries }: Props) {
  const t = useTranslations("AnnouncementPage");
  const here = useLocale();
  const action = getPathname({ href: `/moderation/${event}/announcements/new`, locale: here });
  return (
    <form action={action} className="space-y-6" aria-label={t("audience")}>
      <h2 className="text-2xl font-bold">{t("audience")}</h2>
      <Boxes name="groups" legend={t("groups")} hint={t("groupsHint")} chosen={audience.groups} options={audienceGroups.map((group) => ({ value: group, label: t(`group.${group}`) }))} />
      <Boxes name="countries" legend={t("countries")} hint={t("noneIsAll")} chosen={audience.countries} options={countries.map((code) => ({ value: code, label: formatCountry(code, here) }))} />
      <Boxes name="locales" legend={t("languages")} hint={t("noneIsAll")} chosen={audience.locales} options={locales.map((code) => ({ value: code, label: formatLanguage(code, here) }))} />
      <Button look="secondary">{t("count")}</Button>
    </form>
  );
}

type BoxesProps = { name: string; legend: string; hint: string; chosen: readonly string[]; options: readonly { value: string; label: string }[] };

function Boxes({ name, legend, hint, chosen, options }: BoxesProps) {
  return (
    <fieldset aria-describedby={`${name}-hint`}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <p id={`${name}-hint`} className="mb-1.5 text-muted">{hint}</p>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-8 items-start gap-3 py-1">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} className="mt-1 size-5 shrink-0 accent-primary" />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

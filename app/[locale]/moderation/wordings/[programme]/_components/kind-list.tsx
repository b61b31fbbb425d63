import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/surface";
import { locales } from "@/domain/input";
import { checkWording } from "@/domain/wording/rules";
import { placeholders, type StoredWording, type WordingKind } from "@/domain/wording/schema";
import { formatLanguage } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

type Props = { programme: string; kinds: readonly WordingKind[]; stored: readonly StoredWording[] };

/** Kinds of mail that people meet together, each with the way to its text in each language. */
export function KindList({ programme, kinds, stored }: Props) {
  const t = useTranslations("WordingsPage");
  const tKind = useTranslations("MailKinds");
  return (
    <Card className="py-2 sm:py-2">
      <ul className="divide-y divide-line">
        {kinds.map((kind) => (
          <li key={kind} className="py-4">
            <h3 className="text-lg font-bold">{tKind(kind)}</h3>
            <p className="text-muted">{t(`purposes.${kind}`)}</p>
            <Languages programme={programme} kind={kind} stored={stored.filter((wording) => wording.kind === kind)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Languages({ programme, kind, stored }: Omit<Props, "kinds"> & { kind: WordingKind }) {
  const t = useTranslations("WordingsPage");
  const tKind = useTranslations("MailKinds");
  const here = useLocale();
  return (
    <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
      {locales.map((locale) => {
        const own = stored.find((wording) => wording.locale === locale);
        const language = formatLanguage(locale, here);
        return (
          <li key={locale} className="flex flex-wrap items-center gap-2">
            <Link href={`/moderation/wordings/${programme}/${kind}/${locale}`} prefetch={false} aria-label={t("languageLabel", { kind: tKind(kind), language })} className="inline-flex min-h-8 items-center underline">
              {language}
            </Link>
            {own ? <Standing wording={own} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Whether own words go out, or do not fit any more. */
function Standing({ wording }: { wording: StoredWording }) {
  const t = useTranslations("WordingsPage");
  const fits = checkWording(placeholders[wording.kind], wording).length === 0;
  return fits ? <Badge tone="primary">{t("own")}</Badge> : <Badge tone="warning">{t("unfit")}</Badge>;
}

import { Check, Minus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/surface";
import type { PairView } from "@/domain/schedule/queries/get-pairing";
import { formatLanguages, formatList, formatTime } from "@/i18n/format";

type Props = { pair: PairView; timeZone: string };

/** What speaks for bringing the two together, and what against. */
export function Weight({ pair, timeZone }: Props) {
  const t = useTranslations("PairingPage");
  const { pros, cons } = pair.weight;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Points title={t("pros")} empty={pros.length === 0 ? t("noPros") : null}>
        {pros.map((code) => <Point key={code} icon={<Check className="size-5 text-success" />}><Pro code={code} pair={pair} timeZone={timeZone} /></Point>)}
      </Points>
      <Points title={t("cons")} empty={cons.length === 0 ? t("noCons") : null}>
        {cons.map((code) => <Point key={code} icon={<Minus className="size-5 text-warning" />}><Con code={code} pair={pair} /></Point>)}
      </Points>
    </div>
  );
}

function Points({ title, empty, children }: { title: string; empty: string | null; children: ReactNode }) {
  return (
    <Card className="min-w-0">
      <h3 className="mb-3 text-xl font-bold">{title}</h3>
      {empty === null ? <ul className="space-y-2">{children}</ul> : <p className="text-muted">{empty}</p>}
    </Card>
  );
}

function Point({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span aria-hidden="true" className="mt-0.5 shrink-0">{icon}</span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}

function Pro({ code, pair, timeZone }: Props & { code: PairView["weight"]["pros"][number] }) {
  const t = useTranslations("PairingPage.pro");
  const locale = useLocale();
  if (code === "language") return t("language", { languages: formatLanguages(pair.languages, locale) });
  if (code === "slots") {
    const times = formatList(pair.slots.map((slot) => formatTime(slot.startsAt, locale, timeZone)), locale);
    return t("slots", { count: pair.slots.length, times });
  }
  return t(code);
}

function Con({ code, pair }: { code: PairView["weight"]["cons"][number]; pair: PairView }) {
  const t = useTranslations("PairingPage.con");
  const locale = useLocale();
  return code === "full" ? t("full", { names: formatList(pair.weight.fullNames, locale) }) : t(code);
}

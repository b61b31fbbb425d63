import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TableFrame } from "@/components/ui/data";
import { Section } from "@/components/ui/surface";
import type { Locale } from "@/domain/input";
import type { EventExample } from "@/domain/mail/schema";
import { type Placeholder, placeholders, type WordingKind } from "@/domain/wording/schema";
import { partText } from "@/server/mail/html";
import { sampleOf } from "@/server/mail/samples";
import { fillingsOf } from "@/server/mail/wordings";

type Props = { kind: WordingKind; locale: Locale; event: EventExample };
const cell = "px-4 py-3 align-top";

/** What the text may have filled in: what each placeholder stands for, and an example in the language of the text. */
export function PlaceholderTable({ kind, locale, event }: Props) {
  const t = useTranslations("WordingPage");
  const tName = useTranslations("WordingPlaceholders");
  const { inText, alone, needed }: { inText: readonly Placeholder[]; alone: readonly Placeholder[]; needed: readonly Placeholder[] } = placeholders[kind];
  const examples = new Map(Object.entries(fillingsOf(sampleOf(kind, locale, { event }))).map(([name, filling]) => [name, typeof filling === "string" ? filling : filling.map(partText).join("\n")]));
  return (
    <Section title={t("placeholders")} intro={t("placeholdersIntro")}>
      <TableFrame label={t("placeholders")}>
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{t("placeholders")}</caption>
          <thead className="bg-sunken">
            <tr>{(["name", "meaning", "example"] as const).map((column) => <th key={column} scope="col" className={cell}>{t(column)}</th>)}</tr>
          </thead>
          <tbody>
            {[...inText, ...alone].map((name) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className={cell}><code>{`{${name}}`}</code></th>
                <td className={cell}>
                  <p>{tName(name)}</p>
                  <p className="mt-1 flex flex-wrap gap-2">
                    {needed.includes(name) ? <Badge tone="accent">{t("needed")}</Badge> : null}
                    {alone.includes(name) ? <Badge>{t("alone")}</Badge> : null}
                  </p>
                </td>
                <td className={`${cell} break-words whitespace-pre-line`}>{examples.get(name) ? <span lang={locale}>{examples.get(name)}</span> : t("empty")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}

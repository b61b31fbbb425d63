import { useLocale, useTranslations } from "next-intl";
import { FitMark } from "@/components/fit/fit-mark";
import { RowBox } from "@/components/form/choice-box";
import { TableFrame } from "@/components/ui/data";
import type { Proposal } from "@/domain/pairing/queries/get-pairings";
import { formatCountry } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

const cell = "px-4 py-3 text-left align-top";

type Props = { proposals: readonly Proposal[]; slug: string; isOpen: boolean };

/** Proposed pairs; to be chosen where they are open, otherwise with what became of them. */
export function ProposalTable({ proposals, slug, isOpen }: Props) {
  const t = useTranslations("PairingRun");
  const columns = [...(isOpen ? (["choose"] as const) : []), "one", "other", "fit", ...(isOpen ? [] : (["state"] as const)), "look"] as const;
  return (
    <TableFrame label={t("proposals")}>
      <table className="w-full min-w-3xl border-collapse">
        <caption className="sr-only">{t("proposals")}</caption>
        <thead className="bg-sunken">
          <tr>{columns.map((column) => <th key={column} scope="col" className={cell}>{t(`columns.${column}`)}</th>)}</tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => <Row key={proposal.key} proposal={proposal} slug={slug} isOpen={isOpen} />)}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Row({ proposal: { key, sides, fit, obstacle }, slug, isOpen }: { proposal: Proposal } & Omit<Props, "proposals">) {
  const t = useTranslations("PairingRun");
  const [one, other] = sides;
  const names = { one: one.name, other: other.name };
  return (
    <tr className="border-t border-line">
      {isOpen ? <td className={cell}><RowBox name="pairs" value={key} label={t("choosePair", names)} /></td> : null}
      <th scope="row" className={`${cell} font-normal`}><Side side={one} /></th>
      <td className={cell}><Side side={other} /></td>
      <td className={cell}><FitMark fit={fit} /></td>
      {obstacle ? <td className={cell}>{t(`obstacle.${obstacle}`)}</td> : null}
      <td className={cell}>
        <Link href={`/moderation/${slug}/pairing?left=${one.slug}&right=${other.slug}`} prefetch={false} aria-label={t("lookLabel", names)} className="inline-flex min-h-8 items-center font-medium underline">
          {t("look")}
        </Link>
      </td>
    </tr>
  );
}

function Side({ side: { name, country, meetings } }: { side: Proposal["sides"][number] }) {
  const t = useTranslations("PairingRun");
  const locale = useLocale();
  return (
    <>
      <span className="block font-semibold">{name}</span>
      <span className="block text-muted">{formatCountry(country, locale)} · {t("meetings", { count: meetings })}</span>
    </>
  );
}

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatList } from "@/i18n/format";
import drawn from "./regions.json";

type Props = {
  /** NUTS codes of the funding region. */
  funded: readonly string[];
  tallies: readonly { code: string; organisations: number }[];
};

/** The Oder and the Neisse, from the sea to the south. */
const border = "232,56 244,96 232,150 252,178 262,230 256,308 264,352";

/**
 * A map of straight lines, drawn by ourselves after no other: regions on both sides of the border and how many
 * organisations come from each. The table beside it says the same, also for regions that are not drawn.
 */
export function RegionMap({ funded, tallies }: Props) {
  const [t, format, locale] = [useTranslations("FundingReport.map"), useFormatter(), useLocale()];
  const counts = new Map(tallies.map(({ code, organisations }) => [code, organisations]));
  const most = Math.max(1, ...counts.values());
  const elsewhere = tallies.filter(({ code }) => drawn.every((region) => region.code !== code));
  return (
    <figure className="mb-5 break-inside-avoid">
      <svg role="img" aria-label={t("label")} viewBox="0 0 460 400" className="h-auto w-full max-w-2xl">
        {drawn.map(({ code, points }) => (
          <polygon key={code} points={points} strokeWidth="2" strokeLinejoin="round" className={funded.includes(code) ? "fill-primary-soft stroke-surface" : "fill-sunken stroke-surface"} />
        ))}
        <polyline points={border} fill="none" strokeWidth="4" strokeLinejoin="round" strokeDasharray="1 8" strokeLinecap="round" className="stroke-accent" />
        {drawn.map(({ code, at: [x = 0, y = 0] }) => {
          const count = counts.get(code) ?? 0;
          const radius = 13 + 13 * Math.sqrt(count / most);
          return (
            <g key={code} textAnchor="middle">
              {count > 0 ? <circle cx={x} cy={y} r={radius} className="fill-primary" /> : null}
              {count > 0 ? <text x={x} y={y + 6} fontSize="17" fontWeight="700" className="fill-on-primary">{format.number(count)}</text> : null}
              <text x={x} y={count > 0 ? y + radius + 14 : y + 5} fontSize="14" className={count > 0 ? "fill-ink" : "fill-muted"}>{code}</text>
            </g>
          );
        })}
      </svg>
      <figcaption className="mt-2 max-w-2xl text-sm text-muted">
        {t("caption")} {elsewhere.length > 0 ? t("elsewhere", { regions: formatList(elsewhere.map(({ code, organisations }) => `${code} (${format.number(organisations)})`), locale) }) : null}
      </figcaption>
    </figure>
  );
}

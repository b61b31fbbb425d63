import { classes } from "./classes";

type Props = { series: readonly string[]; bars: readonly { label: string; lang?: string | undefined; values: readonly number[] }[]; format: (value: number) => string };

/** The first series is filled, the second one outlined: neither is told by its colour alone. */
const looks = ["fill-primary", "fill-primary-soft stroke-primary"];

function Mark({ value, whole, index }: { value: number; whole: number; index: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className="h-3.5 w-full min-w-16">
      <rect x="0.2" y="0.5" width={whole === 0 ? 0 : (99.6 * value) / whole} height="9" vectorEffect="non-scaling-stroke" className={looks[index]} />
    </svg>
  );
}

/** Bars that show what the table beside them says in numbers, so that they are kept from those who read the table. */
export function BarChart({ series, bars, format }: Props) {
  const whole = Math.max(0, ...bars.flatMap(({ values }) => values));
  return (
    <div aria-hidden="true" className="mb-5 space-y-3 break-inside-avoid">
      {series.length > 1 ? (
        <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
          {series.map((name, index) => (
            <span key={name} className="flex items-center gap-2">
              <svg viewBox="0 0 16 16" className="size-4"><rect x="1" y="1" width="14" height="14" className={looks[index]} /></svg>
              {name}
            </span>
          ))}
        </p>
      ) : null}
      {bars.map(({ label, lang, values }) => (
        <div key={label} className="grid gap-x-4 gap-y-1 sm:grid-cols-[16rem_1fr] sm:items-center">
          <span lang={lang} className="text-sm">{label}</span>
          <div className={classes("space-y-1", values.length > 1 && "sm:py-1")}>
            {values.map((value, index) => (
              <span key={series[index]} className="grid grid-cols-[3.5rem_1fr] items-center gap-2">
                <span className="text-right text-sm font-semibold tabular-nums">{format(value)}</span>
                <Mark value={value} whole={whole} index={index} />
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

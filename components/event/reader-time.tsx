"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import { formatDay, formatInstant, formatTimes } from "@/i18n/format";

type Props = { startsAt: Date; endsAt: Date; timeZone: string; label: string };

const never = () => () => undefined;
const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The same span in the reader's own zone, where its clock shows something else. Nothing before JavaScript runs. */
export function ReaderTime({ startsAt, endsAt, timeZone, label }: Props) {
  const locale = useLocale();
  const zone = useSyncExternalStore(never, readerZone, () => timeZone);
  if (formatInstant(startsAt, locale, zone) === formatInstant(startsAt, locale, timeZone)) return null;
  return (
    <span className="block text-muted">
      {label}: {formatDay(startsAt, locale, zone)}, {formatTimes(startsAt, endsAt, locale, zone)}
    </span>
  );
}

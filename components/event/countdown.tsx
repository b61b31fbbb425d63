"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const minute = 60_000;

/**
 * How long it is until an instant, as it goes on; the page is fetched anew when it has come. Nothing while that is more than
 * a day away. `now`: of the server, whose clock counts.
 */
export function Countdown({ until, now }: { until: Date; now: Date }) {
  const t = useTranslations("Countdown");
  const router = useRouter();
  const from = now.getTime();
  const [passed, setPassed] = useState({ from, ms: 0 });
  const left = until.getTime() - from - (passed.from === from ? passed.ms : 0);
  const isOver = left <= 0;
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => setPassed({ from, ms: Date.now() - began }), 1000);
    return () => clearInterval(timer);
  }, [from]);
  useEffect(() => {
    if (isOver) router.refresh();
  }, [isOver, router]);

  if (left > 24 * 60 * minute) return null;
  const minutes = Math.ceil(Math.max(0, left) / minute);
  const words = () => {
    if (minutes < 60) return t("minutes", { minutes });
    return t("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
  return <span role="timer" className="tabular-nums">{left < minute ? t("soon") : words()}</span>;
}

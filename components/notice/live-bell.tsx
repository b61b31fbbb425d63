"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { News } from "@/domain/notice/schema";
import { Bell } from "./bell";
import { watchForms } from "./edited-forms";
import { watchNews } from "./watch-news";

/** Several changes that come together are one; and not all readers of a release ask at the same moment. */
const pause = () => 200 + Math.random() * 800;

function isSame(one: News, other: News): boolean {
  return one.unread === other.unread && one.latest === other.latest;
}

/**
 * Keeps the bell and the page as they are true. What the server shows is fetched anew by itself, unless the reader is
 * typing: then a bar offers it.
 */
export function LiveBell({ news }: { news: News }) {
  const t = useTranslations("Header");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  // `rendered`: as the page came. What was heard since then counts until it comes anew.
  const [{ rendered, heard }, setState] = useState({ rendered: news, heard: news });
  const [isWaiting, setWaiting] = useState(false);
  if (!isSame(rendered, news)) setState({ rendered: news, heard: news });

  const refresh = () => {
    setWaiting(false);
    startTransition(() => router.refresh());
  };
  const hear = useEffectEvent((fresh: News) => {
    const isNew = !isSame(heard, fresh);
    if (isNew) setState({ rendered: news, heard: fresh });
    return isNew;
  });
  const show = useEffectEvent((isEdited: boolean) => (isEdited ? setWaiting(true) : refresh()));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forms = watchForms();
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => show(forms.isAny()), pause());
    };
    // Of all who come and go hundreds of times a day, only the page that shows them is fetched anew.
    const onDay = () => document.querySelector("[data-follows-day]") && onChange();
    const stop = watchNews({ onNews: (fresh) => hear(fresh) && onChange(), onChange, onDay });
    return () => {
      clearTimeout(timer);
      forms.stop();
      stop();
    };
  }, []);

  return (
    <>
      <Bell unread={heard.unread} />
      <div role="status" className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-4">
        {isWaiting ? (
          <p className="pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2xl border border-line-strong bg-surface px-5 py-3 shadow-lg">
            {t("changed")} <Button type="button" size="small" aria-disabled={isPending} onClick={refresh}>{t("show")}</Button>
          </p>
        ) : null}
      </div>
    </>
  );
}

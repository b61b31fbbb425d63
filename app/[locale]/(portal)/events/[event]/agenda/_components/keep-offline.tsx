"use client";

import { useEffect } from "react";

type Props = {
  /** The agenda's own address with its language: the worker sees nothing else. */
  path: string;
};

/**
 * Asks a service worker to keep this agenda, so that it opens without network; and marks the page while there is none,
 * by which the style sheet shows how old it is and hides what needs a network.
 */
export function KeepOffline({ path }: Props) {
  useEffect(() => {
    const page = document.documentElement;
    const markOffline = () => {
      page.dataset["offline"] = "";
    };
    const comeBack = () => {
      if (page.dataset["offline"] !== undefined) window.location.reload();
    };
    if (!navigator.onLine) markOffline();
    window.addEventListener("offline", markOffline);
    window.addEventListener("online", comeBack);
    if ("serviceWorker" in navigator) {
      // A browser that forbids it shows the agenda as before.
      void navigator.serviceWorker.register("/agenda-worker.js", { scope: path, updateViaCache: "none" }).then(
        ({ installing, waiting, active }) => (active ?? waiting ?? installing)?.postMessage(window.location.href),
        () => undefined,
      );
    }
    return () => {
      delete page.dataset["offline"];
      window.removeEventListener("offline", markOffline);
      window.removeEventListener("online", comeBack);
    };
  }, [path]);
  return null;
}

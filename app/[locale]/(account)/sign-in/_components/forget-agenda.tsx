"use client";

import { useEffect } from "react";

/** Takes everything away that service workers of this portal keep. */
async function forget(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * Where somebody has to sign in, whoever was here before has signed out, or their session is over: the agenda that was
 * kept for times without network does not stay.
 */
export function ForgetAgenda() {
  useEffect(() => {
    void forget();
  }, []);
  return null;
}

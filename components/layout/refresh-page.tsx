"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Asks for the page anew, a second after it has come: one that takes longer is waited for, not asked for again. */
export function RefreshPage() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    if (isPending) return undefined;
    const timer = setTimeout(() => startTransition(() => router.refresh()), 1000);
    return () => clearTimeout(timer);
  }, [isPending, router]);
  return null;
}

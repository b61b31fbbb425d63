"use client";

import { useSearchParams } from "next/navigation";
import { Suspense, useEffect } from "react";
import { draftPrefix } from "./draft";

function Forget() {
  const isSignedOut = useSearchParams().get("notice") === "signed_out";
  useEffect(() => {
    if (!isSignedOut) return;
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(draftPrefix));
    for (const key of keys) localStorage.removeItem(key);
  }, [isSignedOut]);
  return null;
}

/** After signing out nothing that was typed stays in this browser. A session that merely ran out keeps the drafts. */
export function ForgetDrafts() {
  return (
    <Suspense fallback={null}>
      <Forget />
    </Suspense>
  );
}

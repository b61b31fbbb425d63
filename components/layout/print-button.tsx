"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print window; the page has a style for paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button type="button" look="secondary" size="small" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-5" />
      {label}
    </Button>
  );
}

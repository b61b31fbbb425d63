"use client";

import { type ReactNode, useEffect, useRef } from "react";

const steps: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const linksOf = (frame: HTMLElement) => [...frame.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll<HTMLAnchorElement>("td a")]);

/** Tab leads to this cell alone; from there the arrows go on. */
function makeCurrent(frame: HTMLElement, current: HTMLAnchorElement | undefined) {
  for (const link of linksOf(frame).flat()) link.tabIndex = link === current ? 0 : -1;
}

function findNext(frame: HTMLElement, { key, ctrlKey }: KeyboardEvent): HTMLAnchorElement | undefined {
  const links = linksOf(frame);
  const row = links.findIndex((own) => own.some((link) => link === document.activeElement));
  const column = links[row]?.findIndex((link) => link === document.activeElement) ?? -1;
  if (row === -1) return undefined;
  if (key === "Home") return ctrlKey ? links[0]?.[0] : links[row]?.[0];
  if (key === "End") return ctrlKey ? links.at(-1)?.at(-1) : links[row]?.at(-1);
  const step = steps[key];
  return step && links[row + step[0]]?.[column + step[1]];
}

/**
 * A table of links that scrolls in its own frame. Without JavaScript every link is reached by Tab; with it one is, and
 * arrows, Home and End move between them.
 */
export function ArrowKeys({ label, children }: { label: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  // After each rendering, as the links may be others.
  useEffect(() => {
    const table = frame.current;
    if (!table) return;
    const links = linksOf(table);
    makeCurrent(table, links.flat().find((link) => link === document.activeElement) ?? links[0]?.[0]);
    const move = (event: KeyboardEvent) => {
      const next = findNext(table, event);
      if (!next) return;
      event.preventDefault();
      makeCurrent(table, next);
      next.focus();
    };
    table.addEventListener("keydown", move);
    return () => table.removeEventListener("keydown", move);
  });
  return (
    <div ref={frame} role="region" aria-label={label} tabIndex={0} className="relative max-h-[75vh] scroll-p-0 overflow-auto rounded-2xl border border-line bg-surface [&_a]:scroll-mt-24 [&_a]:scroll-ml-36 sm:[&_a]:scroll-ml-60">
      {children}
    </div>
  );
}

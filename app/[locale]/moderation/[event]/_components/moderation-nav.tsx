"use client";

import type { ReactNode } from "react";
import { Link, usePathname } from "@/i18n/navigation";

type Props = { label: string; path: string; places: { part: string; label: string }[]; children: ReactNode };

/** The parts of an event's moderation; the one that is shown is marked. */
export function ModerationNav({ label, path, places, children }: Props) {
  const current = usePathname();
  return (
    <nav aria-label={label} className="border-b border-line">
      <p className="mb-2 font-semibold text-accent">{children}</p>
      <ul className="flex flex-wrap gap-x-1">
        {places.map(({ part, label: name }) => {
          const href = part === "" ? path : `${path}/${part}`;
          const isCurrent = part === "" ? current === path : current === href || current.startsWith(`${href}/`);
          return (
            <li key={part}>
              <Link
                href={href}
                prefetch={false}
                aria-current={isCurrent ? "page" : undefined}
                className="flex min-h-11 items-center border-b-4 border-transparent px-3 font-semibold no-underline hover:border-line-strong aria-[current]:border-primary aria-[current]:text-primary"
              >
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

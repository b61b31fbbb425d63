"use client";

import { Link, usePathname } from "@/i18n/navigation";

/** The places of moderators and organisers; the one that is shown is marked. */
export function StaffNav({ label, places }: { label: string; places: readonly { path: string; label: string }[] }) {
  const current = usePathname();
  const isCurrent = (path: string) => current === path || (path !== "/moderation" && current.startsWith(`${path}/`));
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1">
        {places.map((place) => (
          <li key={place.path}>
            <Link
              href={place.path}
              prefetch={false}
              aria-current={isCurrent(place.path) ? "page" : undefined}
              className="flex min-h-9 items-center rounded-full px-4 font-semibold no-underline hover:bg-primary-soft aria-[current]:bg-primary-soft aria-[current]:text-primary-strong"
            >
              {place.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

"use client";

import { useEffect, useState, type ReactNode } from "react";
import { Link } from "@/i18n/navigation";

type Named = { slug: string; name: string; country: string };
type Props = { title: string; hint: string; children: ReactNode };

/** Milliseconds without a key before the portal is asked. */
const pause = 350;

async function ask(name: string, signal: AbortSignal): Promise<Named[]> {
  const answer = await fetch(`/api/organisations/similar?${new URLSearchParams({ name })}`, { signal });
  if (!answer.ok) return [];
  return ((await answer.json()) as { organisations: Named[] }).organisations;
}

/** Around the field of the name: shows who is there already with a similar one. Without JavaScript the form asks later. */
export function SimilarNames({ title, hint, children }: Props) {
  const [name, setName] = useState("");
  const [similar, setSimilar] = useState<Named[]>([]);
  useEffect(() => {
    if (name.trim().length < 3) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      // A hint that does not come is no harm: the form asks again when it is sent.
      ask(name, abort.signal).then(setSimilar, () => setSimilar([]));
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [name]);
  const shown = name.trim().length < 3 ? [] : similar;
  return (
    <div onInput={(event) => setName((event.target as HTMLInputElement).value)}>
      {children}
      <div role="status">
        {shown.length > 0 ? (
          <div className="mt-3 rounded-xl border border-line bg-sunken px-5 py-4">
            <p className="font-semibold">{title}</p>
            <p className="text-muted">{hint}</p>
            <ul className="mt-2 space-y-1">
              {shown.map((organisation) => (
                <li key={organisation.slug}>
                  <Link href={`/organisations/new/${organisation.slug}`} prefetch={false} className="inline-flex min-h-8 items-center font-semibold underline">
                    {organisation.name} ({organisation.country})
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </div>
  );
}

import Image from "next/image";
import { Monogram } from "@/components/ui/data";

/**
 * The organisation's own picture, or its initials. Decorative: the name stands beside it. Logos are drawn for paper,
 * so their ground is white in the dark scheme, too.
 */
export function Logo({ name, src }: { name: string; src: string | null }) {
  if (src === null) return <Monogram name={name} />;
  return (
    <span className="flex size-14 shrink-0 items-center justify-center overflow-hidden rounded-xl border border-line bg-white">
      {/* A picture that a member uploaded stays away from the image optimiser. */}
      <Image src={src} alt="" width={56} height={56} unoptimized className="size-full object-contain" />
    </span>
  );
}

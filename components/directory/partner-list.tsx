import type { ReactNode } from "react";
import { OrganisationCard } from "@/components/organisation/organisation-card";
import type { SuggestionReason } from "@/domain/directory/schema";
import type { OrganisationCard as Organisation } from "@/domain/organisation/schema";
import { Reasons } from "./reasons";

/** `extra`: one more thing that can be done with it; `instead`: what stands in its place. */
type Partner = { card: Organisation; reasons?: readonly SuggestionReason[]; extra?: ReactNode; instead?: ReactNode };

type Props = {
  partners: readonly Partner[];
  /** Address of the directory; a profile's slug follows it. */
  path: string;
  ownCountry: string;
  bookmark: (organisation: Organisation) => ReactNode;
  action?: (organisation: Organisation) => ReactNode;
};

/** Organisations side by side, each with the reasons, a bookmark and the next step. */
export function PartnerList({ partners, path, ownCountry, bookmark, action }: Props) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {partners.map(({ card, reasons = [], extra, instead }) => (
        <li key={card.id} className="min-w-0">
          {instead ?? <OrganisationCard
            organisation={card}
            href={`${path}/${card.slug}`}
            level={3}
            isAcrossBorder={card.country !== ownCountry}
            reasons={<Reasons reasons={reasons} />}
            action={<>{action?.(card)}{bookmark(card)}{extra}</>}
          />}
        </li>
      ))}
    </ul>
  );
}

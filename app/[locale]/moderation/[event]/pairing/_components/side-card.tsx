import { useTranslations } from "next-intl";
import { Logo } from "@/components/organisation/logo";
import { Place } from "@/components/organisation/place";
import { StatementList } from "@/components/organisation/statement-list";
import { Card } from "@/components/ui/surface";
import type { Direction } from "@/domain/organisation/schema";
import type { PairSide } from "@/domain/schedule/queries/get-pairing";

/** One of the two organisations: who it is, what it offers and looks for. */
export function SideCard({ side: { card, meetings } }: { side: PairSide }) {
  const t = useTranslations("PairingPage");
  const tType = useTranslations("OrganisationType");
  const statementsOf = (direction: Direction) => card.statements.filter((statement) => statement.direction === direction);
  return (
    <Card className="min-w-0 space-y-5">
      <div className="flex items-start gap-4">
        <Logo name={card.name} src={card.logo} />
        <div className="min-w-0">
          <h3 className="text-xl font-bold">{card.name}</h3>
          <p className="text-muted">{tType(card.type)} · <Place region={card.region} country={card.country} /></p>
          <p className="text-muted">{t("meetings", { count: meetings })}</p>
        </div>
      </div>
      <div className="space-y-2">
        <h4 className="font-semibold text-accent">{t("offers")}</h4>
        <StatementList statements={statementsOf("offer")} empty={t("noOffers")} />
      </div>
      <div className="space-y-2">
        <h4 className="font-semibold text-accent">{t("needs")}</h4>
        <StatementList statements={statementsOf("need")} empty={t("noNeeds")} />
      </div>
    </Card>
  );
}

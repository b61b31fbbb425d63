import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/surface";
import type { Direction, OrganisationCard as Organisation, StatementView } from "@/domain/organisation/schema";
import { Link } from "@/i18n/navigation";
import { FieldTags } from "./field-tags";
import { Logo } from "./logo";
import { Place } from "./place";
import { UserText } from "./user-text";

type Props = {
  organisation: Organisation;
  /** Where the name leads, without language: "/organisations/odrasoft". */
  href: string;
  /** The level of the name in the page's outline. */
  level?: 2 | 3;
  /** From the other side of the reader's border. */
  isAcrossBorder?: boolean;
  /** Further badges, such as a state. */
  marks?: ReactNode;
  /** Why it is suggested. */
  reasons?: ReactNode;
  /** What can be done with it, below everything else. */
  action?: ReactNode;
};

/** An organisation in a list: who and where it is, what it offers and looks for, and what can be done with it. */
export function OrganisationCard({ organisation, href, level = 2, isAcrossBorder = false, marks, reasons, action }: Props) {
  const t = useTranslations("OrganisationCard");
  const tProfile = useTranslations("OrganisationProfile");
  const Heading = `h${level}` as const;
  return (
    <Card className="flex h-full min-w-0 flex-col gap-4">
      <div className="flex items-start gap-4">
        <Logo name={organisation.name} src={organisation.logo} />
        <div className="min-w-0 flex-1">
          <Heading className="text-xl font-bold">
            <Link href={href} prefetch={false} className="no-underline hover:underline">{organisation.name}</Link>
          </Heading>
          <Facts organisation={organisation} />
        </div>
      </div>
      {isAcrossBorder || organisation.isDemo || marks ? (
        <div className="flex flex-wrap gap-2">
          {marks}
          {isAcrossBorder ? <Badge tone="accent">{t("acrossBorder")}</Badge> : null}
          {organisation.isDemo ? <Badge>{t("demo")}</Badge> : null}
        </div>
      ) : null}
      {reasons}
      <Statements statements={organisation.statements} />
      <FieldTags codes={organisation.fields} label={tProfile("fields")} />
      {action ? <div className="mt-auto flex flex-wrap gap-3 pt-1">{action}</div> : null}
    </Card>
  );
}

function Facts({ organisation }: { organisation: Organisation }) {
  const t = useTranslations("OrganisationType");
  return (
    <p className="mt-1 text-muted">
      {t(organisation.type)} · <Place region={organisation.region} country={organisation.country} />
    </p>
  );
}

/** The first offers and needs; the profile holds the rest. */
function Statements({ statements }: { statements: readonly StatementView[] }) {
  const t = useTranslations("OrganisationCard");
  if (statements.length === 0) return <p className="text-muted">{t("noStatements")}</p>;
  return (
    <dl className="space-y-2">
      <Excerpt statements={statements} direction="offer" label={t("offers")} />
      <Excerpt statements={statements} direction="need" label={t("needs")} />
    </dl>
  );
}

const shown = 2;

function Excerpt({ statements, direction, label }: { statements: readonly StatementView[]; direction: Direction; label: string }) {
  const t = useTranslations("OrganisationCard");
  const own = statements.filter((statement) => statement.direction === direction);
  if (own.length === 0) return null;
  return (
    <div>
      <dt className="text-sm font-semibold text-accent">{label}</dt>
      {own.slice(0, shown).map((statement) => (
        <dd key={statement.id} className="line-clamp-3"><UserText text={statement.text} locale={statement.locale} /></dd>
      ))}
      {own.length > shown ? <dd className="text-sm text-muted">{t("more", { count: own.length - shown })}</dd> : null}
    </div>
  );
}

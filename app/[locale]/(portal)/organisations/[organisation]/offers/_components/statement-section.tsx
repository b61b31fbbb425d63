import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { FieldTags } from "@/components/organisation/field-tags";
import { UserText } from "@/components/organisation/user-text";
import { buttonClass } from "@/components/ui/button";
import { type Direction, limits, type StatementView } from "@/domain/organisation/schema";
import { Link } from "@/i18n/navigation";
import type { OwnOrganisation } from "../../_components/own-organisation";
import { deleteStatementAction, moveStatementAction } from "../actions";
import { AddStatement, EditStatement } from "./statement-form";

type Props = { own: OwnOrganisation; direction: Direction; edited: (StatementView & { version: number }) | null };

/** All offers, or all needs, with the form to add one. */
export function StatementSection({ own, direction, edited }: Props) {
  const t = useTranslations("OrganisationOffers");
  const statements = own.profile.statements.filter((statement) => statement.direction === direction);
  return (
    <section id={direction} className="min-w-0">
      <h2 className="mb-4 text-2xl font-bold">{t(`${direction}Title`)}</h2>
      {statements.length === 0 ? <p className="mb-4 text-muted">{t(`${direction}Empty`)}</p> : null}
      <ol className="mb-4 space-y-3">
        {statements.map((statement, index) => (
          <li key={statement.id} id={`statement-${statement.id}`} className="rounded-xl border border-line bg-surface px-5 py-4">
            {edited?.id === statement.id ? (
              <EditStatement own={own} statement={edited} />
            ) : (
              <Entry slug={own.profile.slug} statement={statement} isFirst={index === 0} isLast={index === statements.length - 1} />
            )}
          </li>
        ))}
      </ol>
      {statements.length >= limits.statements ? (
        <p className="text-muted">{t("full")}</p>
      ) : (
        <details open={statements.length === 0} className="rounded-xl border border-line bg-surface">
          <summary className="min-h-12 px-5 py-3 font-semibold">{t(`${direction}Add`)}</summary>
          <div className="px-5 pb-5"><AddStatement own={own} direction={direction} /></div>
        </details>
      )}
    </section>
  );
}

type EntryProps = { slug: string; statement: StatementView; isFirst: boolean; isLast: boolean };

function Entry({ slug, statement, isFirst, isLast }: EntryProps) {
  const t = useTranslations("OrganisationOffers");
  const tProfile = useTranslations("OrganisationProfile");
  const { id, text } = statement;
  const key = { organisation: slug, statement: id };
  return (
    <div className="space-y-3">
      <p><UserText text={text} locale={statement.locale} /></p>
      <FieldTags codes={statement.fields} label={tProfile("fields")} />
      <div className="flex flex-wrap gap-2">
        <Link href={`/organisations/${slug}/offers?edit=${id}#statement-${id}`} aria-label={t("editLabel", { text })} className={buttonClass("secondary", "small")}>
          <Pencil aria-hidden="true" className="size-4" /> {t("edit")}
        </Link>
        {isFirst ? null : (
          <ActionButton action={moveStatementAction} fields={{ ...key, to: "up" }} label={t("upLabel", { text })}>
            <ArrowUp aria-hidden="true" className="size-4" /> {t("up")}
          </ActionButton>
        )}
        {isLast ? null : (
          <ActionButton action={moveStatementAction} fields={{ ...key, to: "down" }} label={t("downLabel", { text })}>
            <ArrowDown aria-hidden="true" className="size-4" /> {t("down")}
          </ActionButton>
        )}
        <ActionButton action={deleteStatementAction} fields={key} look="danger" label={t("deleteLabel", { text })}>
          <Trash2 aria-hidden="true" className="size-4" /> {t("delete")}
        </ActionButton>
      </div>
    </div>
  );
}

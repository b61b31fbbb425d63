import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { FieldTags } from "@/components/organisation/field-tags";
import { UserText } from "@/components/organisation/user-text";
import { buttonClass } from "@/components/ui/button";
import type { WritingAid } from "@/domain/aid/schema";
import { type Direction, limits, type OwnStatement, type StatementView } from "@/domain/organisation/schema";
import { Link } from "@/i18n/navigation";
import type { OwnOrganisation } from "../../_components/own-organisation";
import { deleteStatementAction, moveStatementAction } from "../actions";
import { AddStatement, EditStatement } from "./statement-form";
import { UnderstoodTags } from "./understood-tags";

/** `aid`: what helps to write the one that is edited. */
type Props = { own: OwnOrganisation; direction: Direction; edited: OwnStatement | null; aid: WritingAid | null };

/** All offers, or all needs, with the form to add one. */
export function StatementSection({ own, direction, edited, aid }: Props) {
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
              <EditStatement own={own} statement={edited} aid={aid} />
            ) : (
              <Entry own={own} statement={statement} isFirst={index === 0} isLast={index === statements.length - 1} />
            )}
          </li>
        ))}
      </ol>
      {statements.length >= limits.statements ? (
        <p className="text-muted">{t("full")}</p>
      ) : (
        <AddStatement own={own} direction={direction} isOpen={statements.length === 0} />
      )}
    </section>
  );
}

type EntryProps = { own: OwnOrganisation; statement: StatementView; isFirst: boolean; isLast: boolean };

function Entry({ own, statement, isFirst, isLast }: EntryProps) {
  const t = useTranslations("OrganisationOffers");
  const tProfile = useTranslations("OrganisationProfile");
  const { id, text } = statement;
  const { slug } = own.profile;
  const key = { organisation: slug, statement: id };
  return (
    <div className="space-y-3">
      <p><UserText text={text} locale={statement.locale} /></p>
      <FieldTags codes={statement.fields} label={tProfile("fields")} />
      <UnderstoodTags statement={statement} corrections={own.corrections.get(id)} />
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

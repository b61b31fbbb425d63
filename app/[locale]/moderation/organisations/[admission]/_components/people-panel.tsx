import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Card } from "@/components/ui/surface";
import type { MemberView } from "@/domain/membership/schema";
import { keepOutAction, letInAction } from "../../actions";

/** Who acts for the organisation, and who asks to. */
export function PeoplePanel({ people }: { people: readonly Omit<MemberView, "isSelf">[] }) {
  const t = useTranslations("ModerationOrganisation");
  const tPeople = useTranslations("OrganisationPeople");
  return (
    <Card>
      <h2 className="mb-4 text-2xl font-bold">{t("people")}</h2>
      {people.some(({ state }) => state === "active") ? null : <p className="mb-3 text-muted">{t("noPeople")}</p>}
      <ul className="space-y-4">
        {people.map((person) => {
          const name = person.name ?? person.email;
          const fields = { membership: person.id };
          return (
            <li key={person.id}>
              <p className="font-semibold">{name}</p>
              <p className="wrap-anywhere text-muted">
                <a href={`mailto:${person.email}`} className="underline">{person.email}</a> · {person.state === "requested" ? t("asks") : tPeople(person.role)}
              </p>
              {person.state === "requested" ? (
                <div className="mt-2 flex flex-wrap gap-2">
                  <ActionButton action={letInAction} fields={fields} look="primary" label={tPeople("approveLabel", { name })}>{tPeople("approve")}</ActionButton>
                  <ActionButton action={keepOutAction} fields={fields} label={tPeople("declineLabel", { name })}>{tPeople("decline")}</ActionButton>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

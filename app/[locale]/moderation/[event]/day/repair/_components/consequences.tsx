import { useLocale, useTranslations } from "next-intl";
import { ChangesTable } from "@/components/schedule/changes-table";
import { Alert } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/surface";
import type { PlanView } from "@/domain/day/queries/get-plan";
import { formatTimes } from "@/i18n/format";

/** Meeting by meeting what the new version changes, who stays alone, and who is told. */
export function Consequences({ plan }: { plan: PlanView }) {
  const t = useTranslations("DayRepair");
  const locale = useLocale();
  const { event, draft, changes, change, told } = plan;
  const names = new Map(draft.meetings.map(({ id, sides }) => [id, sides.map(({ organisation }) => organisation.name)]));
  const time = (slotId: string) => {
    const slot = draft.slots.find(({ id }) => id === slotId);
    return slot ? formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone) : "–";
  };
  return (
    <>
      <Section title={t("changes")}>
        <ChangesTable title={t("changes")} changes={changes} context={{ timeZone: event.timeZone, slots: draft.slots, rooms: draft.rooms, names }} />
      </Section>
      {change.made.length > 0 ? <p className="mt-4">{t("made", { count: change.made.length })}</p> : null}
      {change.alone.length > 0 ? (
        <div className="mt-6">
          <Alert tone="warning" title={t("alone", { count: change.alone.length })}>
            <ul className="list-disc pl-5">
              {change.alone.map(({ person, slotId }) => <li key={`${person.id} ${slotId}`}>{t("aloneAt", { person: person.personName, organisation: person.organisation.name, time: time(slotId) })}</li>)}
            </ul>
          </Alert>
        </div>
      ) : null}
      <div className="mt-6">
        <Disclosure summary={t("told", { count: told.length })}>
          <ul className="list-disc space-y-1 pl-5">
            {told.map((person) => <li key={person.id}>{t("person", { person: person.personName, organisation: person.organisation.name })}</li>)}
          </ul>
        </Disclosure>
      </div>
    </>
  );
}

import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ChoiceGroup } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/surface";
import { spokenLanguages } from "@/domain/input";
import type { InterpreterInfo } from "@/domain/interpreter/schema";
import type { InterpretingView } from "@/domain/schedule/queries/get-interpreting";
import { formatInstant, formatLanguage, formatLanguages, formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { addInterpreterAction, changeInterpreterAction, removeInterpreterAction } from "../actions";

type Props = { view: InterpretingView };

/** The event's interpreters: each can be changed, be missing from now on, or be taken off the list. */
export function ListPart({ view }: Props) {
  const t = useTranslations("InterpretersPage");
  const { interpreters } = view.draft;
  return (
    <Section id="list" title={t("list")} intro={t("listIntro")}>
      <div className="space-y-5">
        {interpreters.length > 0 ? (
          <Card className="py-2 sm:py-2">
            <ul className="divide-y divide-line">
              {interpreters.map((person) => <li key={person.id}><Row person={person} view={view} /></li>)}
            </ul>
          </Card>
        ) : null}
        <Card>
          <h3 className="mb-4 text-xl font-bold">{t("addTitle")}</h3>
          <DetailsForm view={view} />
        </Card>
      </div>
    </Section>
  );
}

function Row({ person, view }: Props & { person: InterpreterInfo }) {
  const t = useTranslations("InterpretersPage");
  const locale = useLocale();
  const { event, translators } = view;
  const count = [...translators.values()].filter((id) => id === person.id).length;
  return (
    <details className="group">
      <summary className="flex min-h-12 list-none flex-wrap items-center gap-x-3 py-2">
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted group-open:rotate-90" />
        <span className="font-semibold">{person.name}</span>
        <span className="text-muted">{formatLanguages(person.languages, locale)}</span>
        <span className="text-muted">{t("meetings", { count })}</span>
        {person.awayFrom ? <Badge tone="warning">{t("awayFrom", { when: formatInstant(person.awayFrom, locale, event.timeZone) })}</Badge> : null}
      </summary>
      <div className="mt-3 mb-6 space-y-5">
        <DetailsForm view={view} person={person} />
        <div className="flex flex-wrap items-start gap-3">
          <Link href={`/moderation/${event.slug}/interpreters?toggle=${person.id}`} prefetch={false} className={buttonClass("secondary", "small")}>
            {t(person.awayFrom ? "back" : "away", { name: person.name })}
          </Link>
          <ActionButton action={removeInterpreterAction} fields={{ event: event.slug, id: person.id }} look="danger" label={t("removeLabel", { name: person.name })}>
            {t("remove")}
          </ActionButton>
        </div>
      </div>
    </details>
  );
}

function DetailsForm({ view: { event, draft, emails }, person }: Props & { person?: InterpreterInfo }) {
  const t = useTranslations("InterpretersPage");
  const locale = useLocale();
  const label = person ? t("changeLabel", { name: person.name }) : t("addTitle");
  return (
    <Form action={person ? changeInterpreterAction : addInterpreterAction} className="space-y-5" label={label}>
      <input type="hidden" name="event" value={event.slug} />
      {person ? <input type="hidden" name="id" value={person.id} /> : null}
      {person ? <input type="hidden" name="version" value={person.version} /> : null}
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <TextField name="name" label={t("name")} maxLength={120} defaultValue={person?.name} />
        <TextField name="email" type="email" label={t("email")} hint={t("emailHint")} isOptional defaultValue={person ? emails.get(person.id) : undefined} />
      </div>
      <ChoiceGroup
        name="languages"
        label={t("speaks")}
        hint={t("speaksHint")}
        columns
        options={spokenLanguages.map((language) => ({ value: language, label: formatLanguage(language, locale) }))}
        defaultValue={person?.languages ?? []}
      />
      {draft.slots.length > 0 ? (
        <ChoiceGroup
          name="slots"
          label={t("slots")}
          columns
          options={draft.slots.map(({ id, startsAt, endsAt }) => ({ value: id, label: formatTimes(startsAt, endsAt, locale, event.timeZone) }))}
          defaultValue={person?.slotIds ?? draft.slots.map(({ id }) => id)}
        />
      ) : null}
      <SubmitButton look="secondary" size="small">{t(person ? "save" : "add")}</SubmitButton>
    </Form>
  );
}

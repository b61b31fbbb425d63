import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { pairOf } from "@/components/schedule/board";
import { usePairText } from "@/components/schedule/gap-list";
import { scheduleAddress } from "@/components/schedule/standing";
import { Badge } from "@/components/ui/badge";
import { TableFrame } from "@/components/ui/data";
import { Section } from "@/components/ui/surface";
import { canTranslate } from "@/domain/interpreter/rules";
import type { TranslationNeed } from "@/domain/interpreter/schema";
import type { InterpretingView } from "@/domain/schedule/queries/get-interpreting";
import { formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { chooseInterpreterAction } from "../actions";

type Props = { view: InterpretingView };

const cell = "px-4 py-3 align-top";

/** Who translates in which meeting of the draft, in the order of the day; a moderator may fix somebody. */
export function PlanPart({ view }: Props) {
  const t = useTranslations("InterpretersPage");
  if (view.needs.length === 0) return null;
  const order = new Map(view.draft.slots.map(({ id, number }) => [id, number]));
  const needs = view.needs.toSorted((a, b) => (order.get(a.slotId) ?? 0) - (order.get(b.slotId) ?? 0));
  return (
    <Section id="plan" title={t("plan")} intro={t("planIntro")}>
      <TableFrame label={t("plan")}>
        <table className="w-full min-w-3xl border-collapse text-left">
          <caption className="sr-only">{t("plan")}</caption>
          <thead className="bg-sunken">
            <tr>{(["time", "meeting", "languages", "translates", "choice"] as const).map((word) => <th key={word} scope="col" className={cell}>{t(word)}</th>)}</tr>
          </thead>
          <tbody>
            {needs.map((need) => <Row key={need.meetingId} need={need} view={view} />)}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}

function Row({ need, view: { event, draft, translators } }: Props & { need: TranslationNeed }) {
  const t = useTranslations("InterpretersPage");
  const tPage = useTranslations("SchedulePage");
  const locale = useLocale();
  const pairText = usePairText();
  const slot = draft.slots.find(({ id }) => id === need.slotId);
  const meeting = draft.meetings.find(({ id }) => id === need.meetingId);
  if (!slot || !meeting) return null;
  const nameOf = (id: string | null | undefined) => draft.interpreters.find((one) => one.id === id)?.name;
  const translator = translators.get(need.meetingId);
  const isChoiceLost = need.chosenId !== null && need.chosenId !== translator;
  return (
    <tr className="border-t border-line">
      <td className={`${cell} whitespace-nowrap tabular-nums`}>{formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone)}</td>
      <th scope="row" className={`${cell} font-semibold`}>
        <Link href={scheduleAddress(event.slug, { meeting: meeting.id })} prefetch={false}>{tPage("pair", pairOf(meeting))}</Link>
      </th>
      <td className={cell}>{pairText(need)}</td>
      <td className={cell}>
        {nameOf(translator) ?? <Badge tone="warning">{t("nobody")}</Badge>}
        {isChoiceLost ? <span className="block text-sm text-muted">{t("choiceLost", { name: nameOf(need.chosenId) ?? "–" })}</span> : null}
      </td>
      <td className={cell}><Choice need={need} event={event.slug} names={pairOf(meeting)} able={draft.interpreters.filter((one) => canTranslate(one, need))} /></td>
    </tr>
  );
}

type ChoiceProps = { need: TranslationNeed; event: string; names: { left: string; right: string }; able: readonly { id: string; name: string }[] };

function Choice({ need, event, names, able }: ChoiceProps) {
  const t = useTranslations("InterpretersPage");
  if (able.length === 0) return t("nobodyAble");
  return (
    <Form key={need.chosenId ?? ""} action={chooseInterpreterAction} label={t("chooseLabel", names)} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="event" value={event} />
      <input type="hidden" name="meeting" value={need.meetingId} />
      <div className="min-w-56 flex-1">
        <SelectField
          name="interpreter"
          label={t("choice")}
          isOptional
          emptyLabel={t("best")}
          options={able.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={need.chosenId ?? undefined}
        />
      </div>
      <SubmitButton look="secondary" size="small" aria-label={t("chooseLabel", names)}>{t("choose")}</SubmitButton>
    </Form>
  );
}

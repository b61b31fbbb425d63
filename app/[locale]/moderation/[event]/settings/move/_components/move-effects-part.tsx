import { useLocale, useTranslations } from "next-intl";
import { EventTime } from "@/components/event/event-summary";
import { Form } from "@/components/form/form";
import { SeenField } from "@/components/form/seen-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert } from "@/components/ui/badge";
import { Facts } from "@/components/ui/data";
import { Card, Section } from "@/components/ui/surface";
import type { MovableEvent } from "@/domain/alteration/queries/preview-move";
import { linkOutAt } from "@/domain/event/rules";
import type { MoveEffects, MovePlan, WantedTimes } from "@/domain/alteration/schema";
import { formatInstant, formatTimes } from "@/i18n/format";
import { moveAction } from "../actions";

type Props = { event: MovableEvent; wanted: WantedTimes; plan: MovePlan; effects: MoveEffects };

/** What a move changes and who is told, before anybody is; and the button that does it. */
export function MoveEffectsPart({ event, wanted, plan, effects }: Props) {
  const t = useTranslations("MoveEvent");
  const told = effects.approved + effects.pending + effects.waiting;
  return (
    <Section title={t("effects")}>
      <Card className="max-w-3xl space-y-6">
        <Facts items={useFacts({ event, plan })} />
        {effects.elsewhere > 0 ? <Alert tone="warning">{t("elsewhere", { count: effects.elsewhere })}</Alert> : null}
        <div>
          <h3 className="mb-2 text-xl font-bold">{t("consequences")}</h3>
          <ul className="list-disc space-y-1 pl-6">
            <li>{t("told", { count: told })}{told > 0 ? ` ${t("states", { approved: effects.approved, pending: effects.pending, waiting: effects.waiting })}` : null}</li>
            <li>{t("free")}</li>
            {effects.meetings > 0 ? <li>{t("meetings", { count: effects.meetings })}</li> : null}
            {effects.shortened > 0 ? <li>{t("shortened", { count: effects.shortened })}</li> : null}
            <li>{effects.linked > 0 ? t("linked", { count: effects.linked }) : t("reminders")}</li>
          </ul>
        </div>
        <Form action={moveAction} className="space-y-4" label={t("effects")}>
          <input type="hidden" name="event" value={event.slug} />
          <SeenField name="version" value={event.version} />
          <input type="hidden" name="startsAt" value={wanted.startsAt} />
          <input type="hidden" name="endsAt" value={wanted.endsAt} />
          <SubmitButton>{t("move", { count: told })}</SubmitButton>
        </Form>
      </Card>
    </Section>
  );
}

/** The new times: of the event, its slots, the form and the link. */
function useFacts({ event, plan }: Pick<Props, "event" | "plan">) {
  const t = useTranslations("MoveEvent");
  const locale = useLocale();
  const instant = (one: Date) => formatInstant(one, locale, event.timeZone);
  const [first, last] = [plan.slots[0], plan.slots.at(-1)];
  const link = linkOutAt({ ...plan, linkDaysBefore: event.linkDaysBefore });
  return [
    { term: t("newTime"), value: <EventTime event={{ ...plan, timeZone: event.timeZone }} /> },
    ...(first && last ? [{ term: t("slots", { count: plan.slots.length }), value: formatTimes(first.startsAt, last.endsAt, locale, event.timeZone) }] : []),
    { term: t("closes"), value: plan.registrationClosesAt ? instant(plan.registrationClosesAt) : t("closesWithStart") },
    { term: t("link"), value: instant(link) },
  ];
}

import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { pairOf } from "@/components/schedule/board";
import { buttonClass } from "@/components/ui/button";
import { TableFrame } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import type { InterpretingView, PresencePreview } from "@/domain/schedule/queries/get-interpreting";
import { formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { bringBackAction, takeOutAction } from "../actions";

type Props = { view: InterpretingView; preview: PresencePreview };

const cell = "px-4 py-3 align-top";

/** What would happen if somebody were missing from now on, or there again; carried out exactly as it is shown. */
export function PresencePart({ view, preview: { interpreter, presence, replacements, seen } }: Props) {
  const t = useTranslations("InterpreterPresence");
  const { name } = interpreter;
  const { event } = view;
  return (
    <section id="presence" className="mb-8">
      <Card className="space-y-5 border-2 border-primary">
        <h2 className="text-2xl font-bold">{t(`${presence}Title`, { name })}</h2>
        <p>{replacements.length > 0 ? t(`${presence}Text`, { count: replacements.length }) : t("nothing")}</p>
        {replacements.length > 0 ? <Replacements view={view} replacements={replacements} title={t(`${presence}Title`, { name })} /> : null}
        <Form action={presence === "away" ? takeOutAction : bringBackAction} label={t(`${presence}Title`, { name })} className="space-y-4">
          <input type="hidden" name="event" value={event.slug} />
          <input type="hidden" name="id" value={interpreter.id} />
          <input type="hidden" name="seen" value={seen} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{t(`${presence}Apply`)}</SubmitButton>
            <Link href={`/moderation/${event.slug}/interpreters`} prefetch={false} className={buttonClass("secondary")}>{t("leave")}</Link>
          </div>
        </Form>
      </Card>
    </section>
  );
}

type TableProps = { view: InterpretingView; replacements: PresencePreview["replacements"]; title: string };

function Replacements({ view: { event, draft }, replacements, title }: TableProps) {
  const t = useTranslations("InterpreterPresence");
  const tPage = useTranslations("SchedulePage");
  const locale = useLocale();
  const nameOf = (id: string | null) => draft.interpreters.find((one) => one.id === id)?.name ?? t("nobody");
  const timeOf = (id: string) => {
    const slot = draft.slots.find((one) => one.id === id);
    return slot ? formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone) : "–";
  };
  return (
    <TableFrame label={title}>
      <table className="w-full min-w-2xl border-collapse text-left">
        <caption className="sr-only">{title}</caption>
        <thead className="bg-sunken">
          <tr>{(["time", "meeting", "before", "after"] as const).map((word) => <th key={word} scope="col" className={cell}>{t(word)}</th>)}</tr>
        </thead>
        <tbody>
          {replacements.map(({ meetingId, slotId, beforeId, afterId }) => {
            const meeting = draft.meetings.find(({ id }) => id === meetingId);
            return (
              <tr key={meetingId} className="border-t border-line">
                <td className={`${cell} whitespace-nowrap tabular-nums`}>{timeOf(slotId)}</td>
                <th scope="row" className={`${cell} font-semibold`}>{meeting ? tPage("pair", pairOf(meeting)) : "–"}</th>
                <td className={cell}>{nameOf(beforeId)}</td>
                <td className={cell}>{nameOf(afterId)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form";
import { Disclosure } from "@/components/ui/disclosure";
import type { LateOptions } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";

type Props = {
  options: LateOptions;
  meeting: { id: string; partner: string; hasTime: boolean };
  event: { slug: string; timeZone: string };
  action: FormAction;
  /** What the action needs besides the meeting and the time, as hidden fields. */
  fields?: Record<string, string>;
};

/** Times that suit both sides of a late meeting and cost nobody else anything: each one a button. */
export function OtherTimes({ options, meeting, event, action, fields = {} }: Props) {
  const t = useTranslations("OtherTimes");
  const locale = useLocale();
  const { id, partner, hasTime } = meeting;
  const key = { ...fields, event: event.slug, meeting: id, version: String(options.version) };
  const buttons = (
    <>
      <p className="mb-3">{t(hasTime ? "hintOther" : "hintFirst", { partner })}</p>
      <ul className="flex flex-wrap gap-3">
        {options.slots.map((slot) => {
          const time = formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone);
          return (
            <li key={slot.id}>
              <ActionButton action={action} fields={{ ...key, slot: slot.id }} label={t("choose", { time, partner })}>
                <span className="tabular-nums">{time}</span>
              </ActionButton>
            </li>
          );
        })}
      </ul>
    </>
  );
  if (hasTime) return <Disclosure summary={t("other")} label={t("otherLabel", { partner })}>{buttons}</Disclosure>;
  return (
    <div className="basis-full rounded-xl border border-line bg-canvas p-4 sm:p-5">
      <p className="mb-1 font-bold">{t("first")}</p>
      {buttons}
    </div>
  );
}

import type { Locale } from "@/domain/input";
import type { ChangeLine, MailParams } from "@/domain/mail/schema";
import { formatTimes, formatZone, otherZone } from "@/i18n/format";
import { type Block, button, formatDeadline, formatWhen, list, text, type Translator } from "./letter";

type Written = { subject: string; blocks: Block[] };

/** The earliest first, by the time that holds now. */
function byTime(a: ChangeLine, b: ChangeLine): number {
  const at = ({ after, before }: ChangeLine) => (after ?? before)?.startsAt ?? "";
  return at(a) < at(b) ? -1 : 1;
}

function writeChange(t: Translator<"Mail">, { partner, after, before }: ChangeLine, when: (at: { startsAt: string }) => string): string {
  if (after && before) return t("schedule_released.movedLine", { partner, when: when(after), room: after.room, before: when(before), roomBefore: before.room });
  if (after) return t("schedule_released.newLine", { partner, when: when(after), room: after.room });
  return t("schedule_released.goneLine", { partner, before: before ? when(before) : "" });
}

/** The changes of one kind under their heading. */
function group(heading: string, lines: string[]): Block[] {
  return lines.length > 0 ? [text(heading), ...list(lines)] : [];
}

/** What a release changes for its reader, and nothing else. */
export function writeReleased(t: Translator<"Mail">, { event, version, path, timeZone, changes = [] }: MailParams["schedule_released"], locale: Locale): Written {
  const when = ({ startsAt }: { startsAt: string }) => formatDeadline(locale, startsAt, timeZone);
  const sorted = changes.toSorted(byTime);
  const lines = (fits: (change: ChangeLine) => boolean) => sorted.filter(fits).map((change) => writeChange(t, change, when));
  const [first] = sorted;
  const zone = formatZone(new Date((first?.after ?? first?.before)?.startsAt ?? 0), locale, timeZone);
  return {
    subject: t(version > 1 ? "schedule_released.subjectAgain" : "schedule_released.subject", { event }),
    blocks: [
      text(version > 1 ? t("schedule_released.textAgain", { event, version }) : t("schedule_released.text", { event })),
      ...group(t(version > 1 ? "schedule_released.new" : "schedule_released.all"), lines(({ after, before }) => after !== null && before === null)),
      ...group(t("schedule_released.moved"), lines(({ after, before }) => after !== null && before !== null)),
      ...group(t("schedule_released.gone"), lines(({ after }) => after === null)),
      ...(first ? [text(t("schedule_released.zone", { zone }))] : []),
      button(t("schedule_released.button"), path),
    ],
  };
}

/** The event and the reader's meetings in it, in the event's time and, where the reader's clock shows another one, in that. */
export function writeReminder(kind: "reminder_day" | "reminder_hour") {
  return (t: Translator<"Mail">, { event, person, meetings, country, path, ...at }: MailParams["reminder_day"], locale: Locale): Written => {
    const zone = otherZone(country, new Date(at.startsAt), at.timeZone);
    const items = meetings.map(({ startsAt, endsAt, ...names }) => {
      const times = (timeZone: string) => formatTimes(new Date(startsAt), new Date(endsAt), locale, timeZone);
      const line = t("reminder.line", { ...names, times: times(at.timeZone) });
      return zone === null ? line : t("reminder.otherLine", { line, times: times(zone) });
    });
    return {
      subject: t(`${kind}.subject`, { event }),
      blocks: [
        text(t(`${kind}.text`, { person, event, when: formatWhen(t, locale, at) })),
        ...(zone === null ? [] : [text(t("reminder.other", { when: formatWhen(t, locale, { ...at, timeZone: zone }) }))]),
        ...group(t("reminder.meetings"), items),
        button(t(`${kind}.button`), path),
      ],
    };
  };
}

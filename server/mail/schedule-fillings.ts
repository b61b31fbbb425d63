import type { ChangeLine, MailParams, MeetingLine } from "@/domain/mail/schema";
import type { Fillings } from "@/domain/wording/schema";
import { formatTimes, formatZone, otherZone } from "@/i18n/format";
import { type Block, button, formatDeadline, formatWhen, list, type Reader, text, type Translator } from "./letter";

type Release = MailParams["schedule_released"];

/** The earliest first, by the time that holds now. */
function byTime(a: ChangeLine, b: ChangeLine): number {
  const at = ({ after, before }: ChangeLine) => (after ?? before)?.startsAt ?? "";
  return at(a) < at(b) ? -1 : 1;
}

function writeChange(t: Translator<"Mail">, { partner, after, before }: ChangeLine, when: (at: { startsAt: string }) => string): string {
  if (after && before) return t("release.movedLine", { partner, when: when(after), room: after.room, before: when(before), roomBefore: before.room });
  if (after) return t("release.newLine", { partner, when: when(after), room: after.room });
  return t("release.goneLine", { partner, before: before ? when(before) : "" });
}

/** The changes of one kind under their heading. */
function group(heading: string, lines: string[]): Block[] {
  return lines.length > 0 ? [text(heading), ...list(lines)] : [];
}

/** What a release changes for its reader, and nothing else; `heading` is that of what is new. */
function writeChanges(t: Translator<"Mail">, { timeZone, changes = [] }: Release, reader: Reader, heading: string): Block[] {
  const when = ({ startsAt }: { startsAt: string }) => formatDeadline(t, reader, { startsAt, timeZone });
  const sorted = changes.toSorted(byTime);
  const lines = (fits: (change: ChangeLine) => boolean) => sorted.filter(fits).map((change) => writeChange(t, change, when));
  const [first] = sorted;
  const zone = formatZone(new Date((first?.after ?? first?.before)?.startsAt ?? 0), reader.locale, timeZone);
  return [
    ...group(heading, lines(({ after, before }) => after !== null && before === null)),
    ...group(t("release.moved"), lines(({ after, before }) => after !== null && before !== null)),
    ...group(t("release.gone"), lines(({ after }) => after === null)),
    ...(first ? [text(t("release.zone", { zone }))] : []),
  ];
}

export function fillReleased(t: Translator<"Mail">, params: Release, reader: Reader): Fillings<"schedule_released", Block> {
  return { event: params.event, meetings: writeChanges(t, params, reader, t("release.all")), button: [button(t("schedule_released.button"), params.path)] };
}

export function fillChanged(t: Translator<"Mail">, params: Release, reader: Reader): Fillings<"schedule_changed", Block> {
  return {
    event: params.event,
    version: String(params.version),
    changes: writeChanges(t, params, reader, t("release.new")),
    button: [button(t("schedule_changed.button"), params.path)],
  };
}

/** When the event takes place now, when it was to take place, and the reader's meetings, which have moved with it. */
export function fillMoved(t: Translator<"Mail">, { event, person, before, beforeEnds, meetings, path, ...at }: MailParams["event_moved"], reader: Reader): Fillings<"event_moved", Block> {
  const items = listOwn(t, meetings, reader, at);
  return {
    person,
    event,
    when: formatWhen(t, reader, at),
    before: formatWhen(t, reader, { ...at, startsAt: before, endsAt: beforeEnds }),
    meetings: group(t("reminder.meetings"), items),
    button: [button(t("event_moved.button"), path)],
  };
}

/** Meetings in the event's time and, where the reader's clock shows another one, in that. */
function listOwn(t: Translator<"Mail">, meetings: readonly MeetingLine[], { locale, country }: Reader, at: { startsAt: string; timeZone: string }): string[] {
  const zone = country === null ? null : otherZone(country, new Date(at.startsAt), at.timeZone);
  return meetings.map(({ startsAt, endsAt, ...names }) => {
    const times = (timeZone: string) => formatTimes(new Date(startsAt), new Date(endsAt), locale, timeZone);
    const line = t("reminder.line", { ...names, times: times(at.timeZone) });
    return zone === null ? line : t("reminder.otherLine", { line, times: times(zone) });
  });
}

/** The event and the reader's meetings in it, in the event's time and, where the reader's clock shows another one, in that. */
export function fillReminder(kind: "reminder_day" | "reminder_hour") {
  return (t: Translator<"Mail">, { event, person, meetings, country, path, ...at }: MailParams["reminder_day"], reader: Reader): Fillings<"reminder_day", Block> => {
    const zone = otherZone(country, new Date(at.startsAt), at.timeZone);
    const own = { locale: reader.locale, country: null };
    return {
      person,
      event,
      when: formatWhen(t, own, at),
      local_time: zone === null ? [] : [text(t("reminder.other", { when: formatWhen(t, own, { ...at, timeZone: zone }) }))],
      meetings: group(t("reminder.meetings"), listOwn(t, meetings, { ...own, country }, at)),
      button: [button(t(`${kind}.button`), path)],
    };
  };
}

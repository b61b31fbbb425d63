import { getTranslations } from "next-intl/server";
import { type Stage, stages } from "@/domain/cooperation/schema";
import { judgeBreaks } from "@/domain/funding-report/rules";
import type { CodedTally, EventFigures, FundingReport, MeetingCounts, ScheduleFigures } from "@/domain/funding-report/schema";
import type { Locale } from "@/domain/input";
import { outcomes } from "@/domain/outcome/schema";
import { answerRate } from "@/domain/overview/rules";
import { isNutsRegion } from "@/domain/region/rules";
import { registrationStates } from "@/domain/registration/schema";
import { requestStates } from "@/domain/request/schema";
import { formatCountry, formatInstant, formatShortDay } from "@/i18n/format";

type Translator<Namespace extends "FundingReport"> = Awaited<ReturnType<typeof getTranslations<Namespace>>>;

/** Words, perhaps in another language than the page; a number; a share from 0 to 1; null: not known. */
export type Cell = { text: string; lang?: Locale } | number | { share: number } | null;
export type ReportTable = {
  name: string;
  title: string;
  intro: string;
  head: string[];
  rows: Cell[][];
  /** What a chart shows of it; null: nothing that is worth one. */
  chart: { series: string[]; bars: { label: string; lang?: Locale; values: number[] }[] } | null;
};

const presenceColumns = ["came", "absent", "unrecorded"] as const;

const nameOf = ({ event }: EventFigures): Cell => ({ text: event.title, lang: event.textLocale });
const share = (value: number | null): Cell => (value === null ? null : { share: value });

function capitalise(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}


function writeTally(t: Translator<"FundingReport">, name: "countries" | "regions" | "types", rows: readonly CodedTally[], nameCode: (code: string) => string): ReportTable {
  const named = rows.map((row) => ({ ...row, label: nameCode(row.code) }));
  return {
    name, title: t(`tables.${name}.title`), intro: t(`tables.${name}.intro`),
    head: [t(`tables.${name}.head`), t("organisations"), t("participants")],
    rows: named.map(({ label, organisations, participants }) => [{ text: label }, organisations, participants]),
    // The map shows the regions.
    chart: name === "regions" ? null : { series: [t("organisations"), t("participants")], bars: named.map(({ label, organisations, participants }) => ({ label, values: [organisations, participants] })) },
  };
}

function writeEvents(t: Translator<"FundingReport">, { figures }: FundingReport, locale: Locale): ReportTable {
  const columns = figures.presence ? presenceColumns : [];
  const cells = ({ tally, presence }: Pick<EventFigures, "tally" | "presence">): Cell[] => [tally.organisations, tally.participants, ...columns.map((column) => presence?.[column] ?? null)];
  return {
    name: "events", title: t("tables.events.title"), intro: t("tables.events.intro"),
    head: [t("event"), t("date"), t("organisations"), t("participants"), ...columns.map((column) => t(`presence.${column}`))],
    rows: [
      ...figures.events.map((one): Cell[] => [nameOf(one), { text: formatShortDay(one.event.startsAt, locale, one.event.timeZone) }, ...cells(one)]),
      ...(figures.events.length > 1 ? [[{ text: t("together") }, { text: "" }, ...cells(figures)]] : []),
    ],
    chart: {
      series: [t("organisations"), t("participants")],
      bars: figures.events.map(({ event, tally }) => ({ label: event.title, lang: event.textLocale, values: [tally.organisations, tally.participants] })),
    },
  };
}

/** One row for each event and one for all: the sum, as nothing of this is in two events. */
function rowsOf(t: Translator<"FundingReport">, { figures }: FundingReport, cells: (figures: Pick<EventFigures, "registrations" | "requests" | "meetings" | "outcomes">) => Cell[]): Cell[][] {
  return [
    ...figures.events.map((one) => [nameOf(one), ...cells(one)]),
    ...(figures.events.length > 1 ? [[{ text: t("together") }, ...cells(figures)]] : []),
  ];
}

function writeRegistrations(t: Translator<"FundingReport">, report: FundingReport, states: readonly string[]): ReportTable {
  return {
    name: "registrations", title: t("tables.registrations.title"), intro: t("tables.registrations.intro"),
    head: [t("event"), ...states],
    rows: rowsOf(t, report, ({ registrations }) => registrationStates.map((state) => registrations[state])),
    chart: { series: [t("tables.registrations.title")], bars: registrationStates.map((state, index) => ({ label: states[index] ?? state, values: [report.figures.registrations[state]] })) },
  };
}

function writeRequests(t: Translator<"FundingReport">, report: FundingReport, states: readonly string[]): ReportTable {
  return {
    name: "requests", title: t("tables.requests.title"), intro: t("tables.requests.intro"),
    head: [t("event"), ...states, t("answerRate")],
    rows: rowsOf(t, report, ({ requests }) => [...requestStates.map((state) => requests[state]), share(answerRate(requests))]),
    chart: { series: [t("tables.requests.title")], bars: requestStates.map((state, index) => ({ label: states[index] ?? state, values: [report.figures.requests[state]] })) },
  };
}

const meetingColumns = ["agreed", "requested", "paired", "across", "placed", "held", "again", "arranged"] as const satisfies readonly (keyof MeetingCounts)[];

/** What is not known of any event yet is no column. */
function writeMeetings(t: Translator<"FundingReport">, report: FundingReport): ReportTable {
  const counts = report.figures.meetings;
  const columns = meetingColumns.filter((column) => counts[column] !== null);
  return {
    name: "meetings", title: t("tables.meetings.title"), intro: t("tables.meetings.intro"),
    head: [t("event"), ...columns.map((column) => t(`meetings.${column}`))],
    rows: rowsOf(t, report, ({ meetings }) => columns.map((column) => meetings[column])),
    chart: { series: [t("tables.meetings.title")], bars: columns.map((column) => ({ label: t(`meetings.${column}`), values: [counts[column] ?? 0] })) },
  };
}

function writeOutcomes(t: Translator<"FundingReport">, report: FundingReport, words: readonly string[]): ReportTable[] {
  const whole = report.figures.outcomes;
  if (!whole) return [];
  return [{
    name: "outcomes", title: t("tables.outcomes.title"), intro: t("tables.outcomes.intro"),
    head: [t("event"), ...words],
    rows: rowsOf(t, report, (figures) => outcomes.map((outcome) => figures.outcomes?.[outcome] ?? null)),
    chart: { series: [t("tables.outcomes.title")], bars: outcomes.map((outcome, index) => ({ label: words[index] ?? outcome, values: [whole[outcome]] })) },
  }];
}

function tellProof(t: Translator<"FundingReport">, schedule: ScheduleFigures): string {
  const proof = judgeBreaks(schedule);
  return proof === "bounded" ? t("proof.bounded", { bound: schedule.bound ?? 0 }) : t(`proof.${proof}`);
}

function writeSchedules(t: Translator<"FundingReport">, { figures }: FundingReport, locale: Locale): ReportTable[] {
  const rows = figures.events.flatMap((one) => (one.schedule ? [{ one, schedule: one.schedule }] : []));
  if (rows.length === 0) return [];
  return [{
    name: "schedules", title: t("tables.schedules.title"), intro: t("tables.schedules.intro"),
    head: [t("event"), t("version"), t("released"), t("meetings.placed"), t("people"), t("breaks"), t("peopleWithBreaks"), t("quality")],
    rows: rows.map(({ one, schedule }) => [
      nameOf(one), schedule.number, { text: formatInstant(schedule.releasedAt, locale, one.event.timeZone) }, schedule.meetings, schedule.people, schedule.breaks, schedule.peopleWithBreaks,
      { text: tellProof(t, schedule) },
    ]),
    chart: null,
  }];
}

function writeCooperations(t: Translator<"FundingReport">, { figures: { cooperations } }: FundingReport, words: ReadonlyMap<Stage, string>): ReportTable[] {
  if (!cooperations) return [];
  const named = cooperations.map((row) => ({ ...row, label: words.get(row.stage) ?? row.stage }));
  return [{
    name: "cooperations", title: t("tables.cooperations.title"), intro: t("tables.cooperations.intro"),
    head: [t("stage"), t("noted"), t("confirmed"), t("meetings.across")],
    rows: named.map(({ label, all, confirmed, across }) => [{ text: label }, all, confirmed, across]),
    chart: { series: [t("noted"), t("confirmed")], bars: named.map(({ label, all, confirmed }) => ({ label, values: [all, confirmed] })) },
  }];
}

function writeIndicators(t: Translator<"FundingReport">, { figures }: FundingReport): ReportTable {
  return {
    name: "indicators", title: t("tables.indicators.title"), intro: t("tables.indicators.intro"),
    head: [t("indicator"), t("value"), t("howCounted"), t("caveat")],
    rows: figures.indicators.map(({ code, value }) => [{ text: t(`indicators.${code}.name`) }, value, { text: t(`indicators.${code}.counted`) }, { text: t(`indicators.${code}.caveat`) }]),
    chart: null,
  };
}

/** The tables of a report in the words of a language, for the page, the paper and the files. What is not there yet has no table. */
export async function writeReportTables(report: FundingReport, locale: Locale): Promise<ReportTable[]> {
  const { figures } = report;
  const t = await getTranslations({ locale, namespace: "FundingReport" });
  const types = await getTranslations({ locale, namespace: "OrganisationType" });
  const regions = await getTranslations({ locale, namespace: "Regions" });
  const registered = await getTranslations({ locale, namespace: "RegistrationQueue" });
  const asked = await getTranslations({ locale, namespace: "RequestState" });
  const said = await getTranslations({ locale, namespace: "OutcomeButtons" });
  const staged = await getTranslations({ locale, namespace: "CooperationStages" });
  const typeNames = new Map<string, string>(figures.types.map(({ code }) => [code, types(code)]));
  return [
    writeEvents(t, report, locale),
    writeTally(t, "countries", figures.countries, (code) => formatCountry(code, locale)),
    writeTally(t, "regions", figures.regions, (code) => (isNutsRegion(code) ? `${regions(code)} (${code})` : formatCountry(code, locale))),
    writeTally(t, "types", figures.types, (code) => typeNames.get(code) ?? code),
    writeRegistrations(t, report, registrationStates.map((state) => capitalise(registered(`states.${state}`), locale))),
    writeRequests(t, report, requestStates.map((state) => asked(state))),
    writeMeetings(t, report),
    ...writeSchedules(t, report, locale),
    ...writeOutcomes(t, report, outcomes.map((outcome) => said(outcome))),
    ...writeCooperations(t, report, new Map(stages.map((stage) => [stage, staged(stage)]))),
    writeIndicators(t, report),
  ];
}

/** A cell as a spreadsheet takes it: numbers without the separators of a language; a share in per cent. */
export function toPlainText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return "share" in cell ? (100 * cell.share).toFixed(1) : cell.text;
}

import type { createTranslator } from "next-intl";
import type { LineReport } from "@/domain/import/schema";
import type { Messages } from "@/i18n/messages";

/** Writes in the organiser's language. `Namespace` is always "Import". */
export type Translator<Namespace extends "Import"> = ReturnType<typeof createTranslator<Messages, Namespace>>;

/** A line of an import file in words: what happens with it, and each thing that is odd about a cell of it. */
export type Explanation = { text: string; points: { column: string | null; text: string }[] };

/** What a line's report says. `column` is a name as it stands in the file. */
export function explainLine(t: Translator<"Import">, report: LineReport): Explanation {
  switch (report.outcome) {
    case "differs":
      return { text: t("explain.differs", { columns: report.columns.join(", ") }), points: [] };
    case "duplicate":
      return { text: t("explain.duplicate", { line: report.of }), points: [] };
    case "suspicious":
      return {
        text: t("explain.suspicious"),
        points: report.suspicions.map(({ code, column, value }) => ({ column, text: t(`defects.${code}`, { value }) })),
      };
    case "defect":
      return {
        text: t("explain.defect"),
        points: report.defects.map(({ code, column, value, limit }) => ({ column, text: t(`defects.${code}`, { value, limit }) })),
      };
    default:
      return { text: t(`explain.${report.outcome}`), points: [] };
  }
}

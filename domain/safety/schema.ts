import { z } from "zod";
import { idSchema, slugSchema, textSchema } from "@/domain/input";

/** An organisation as one of the same event meets it. */
export const safetyKeySchema = z.object({ event: slugSchema, organisation: slugSchema });
export type SafetyKey = z.output<typeof safetyKeySchema>;

export const reportLimits = { min: 10, max: 2000 } as const;

/** `key`: made with the page, so that sending it twice is one report. */
export const reportSchema = safetyKeySchema.extend({ key: idSchema, text: textSchema(reportLimits) });
export type ReportInput = z.output<typeof reportSchema>;

export const closeReportSchema = z.object({ event: slugSchema, id: idSchema });
export type CloseReportInput = z.output<typeof closeReportSchema>;

/** A report as moderators read it. */
export type ReportView = {
  id: string;
  text: string;
  createdAt: Date;
  closedAt: Date | null;
  reporter: { slug: string; name: string };
  reported: { slug: string; name: string };
};

import { z } from "zod";
import type { InsideEvent } from "@/domain/event/schema";
import { idSchema, pageSchema, slugSchema } from "@/domain/input";
import { riskCauses } from "@/domain/mail/schema";

export { riskCauses, type RiskCause } from "@/domain/mail/schema";

/** Organisations of one risk on a page. */
export const risksPerPage = 20;
/** A request that waits longer than so many days is a risk. */
export const patienceDays = 3;
/** The same reminder goes to a person once in so many days. */
export const nudgeDays = 3;
/** Weeks that the trend shows. */
export const trendWeeks = 8;

/** What the address of the overview says; whatever cannot be understood is left out. */
export const overviewViewSchema = z.object({ risk: z.enum(riskCauses).optional().catch(undefined), page: pageSchema });
export type OverviewView = z.output<typeof overviewViewSchema>;

export const nudgeSchema = z.object({ event: slugSchema, registration: idSchema, cause: z.enum(riskCauses) });
export type NudgeInput = z.output<typeof nudgeSchema>;

export type OverviewCounts = {
  registrations: { all: number; approved: number; pending: number; waiting: number };
  requests: { all: number; pending: number; accepted: number; declined: number; withdrawn: number; expired: number };
  meetings: { agreed: number; requested: number; paired: number };
  /** Organisations that take part. */
  organisations: number;
  /** Meetings that the slots and open rooms can hold. */
  places: number;
};

/** What came in one week; `day`: its first day, as a date. */
export type TrendWeek = { day: string; registrations: number; requests: number; meetings: number };

/** An organisation that takes part and needs help. `nudgedAt`: reminded of it lately; null: not lately. */
export type Risk = { registrationId: string; slug: string; name: string; country: string; waiting: number; nudgedAt: Date | null };

export type Overview = {
  event: InsideEvent;
  counts: OverviewCounts;
  trend: TrendWeek[];
  /** How many organisations are at risk for each cause. */
  riskCounts: Record<(typeof riskCauses)[number], number>;
  cause: (typeof riskCauses)[number];
  risks: Risk[];
  /** Participants can be reminded: the event is not over. */
  canNudge: boolean;
  page: number;
  pageCount: number;
};

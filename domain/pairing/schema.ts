import { z } from "zod";
import { idSchema, lineSchema, localeSchema, pageSchema, slugSchema } from "@/domain/input";
import { countrySchema } from "@/domain/region/schema";
import { runKeySchema, type RunState } from "@/domain/run/schema";

/** Meetings that can be chosen as the least, and as the most, for each organisation. */
export const leastChoices = [1, 2, 3, 4, 5, 6] as const;
export const mostChoices = [1, 2, 3, 4, 5, 6, 8, 10, 12] as const;

/** Between whom pairs are looked for: organisations of different countries, or any. */
export const reaches = ["across", "any"] as const;

export const startPairingSchema = z
  .object({
    event: slugSchema,
    least: z.coerce.number().pipe(z.literal(leastChoices)),
    most: z.coerce.number().pipe(z.literal(mostChoices)),
    reach: z.enum(reaches),
  })
  .refine(({ least, most }) => most >= least, { error: "below_least", path: ["most"] });
export type StartPairingInput = z.output<typeof startPairingSchema>;

/** Proposals on a page, and so many can be taken at a time by choosing them. */
export const proposalsPerPage = 50;

/** "low high": two organisations by id. */
const pairSchema = z
  .string()
  .max(80)
  .transform((value) => value.split(" "))
  .pipe(z.tuple([idSchema, idSchema]))
  .transform(([lowId, highId]) => `${lowId} ${highId}`);

/** `scope`: all proposals that are still possible, or the chosen ones. `subject`: what both sides read of each meeting. */
export const takePairingsSchema = z
  .object({
    ...runKeySchema.shape,
    scope: z.enum(["all", "chosen"]),
    pairs: z.array(pairSchema).max(proposalsPerPage).default([]),
    subject: lineSchema({ min: 3, max: 200 }),
    subjectLocale: localeSchema,
  })
  .refine(({ scope, pairs }) => scope === "all" || pairs.length > 0, { error: "nothing_chosen" });
export type TakePairingsInput = z.output<typeof takePairingsSchema>;

export const proposalFilters = ["open", "paired", "gone"] as const;
export type ProposalFilter = (typeof proposalFilters)[number];

/** What the address of a run's page says; whatever cannot be understood is left out. */
export const proposalViewSchema = z.object({ show: z.enum(proposalFilters).catch("open"), page: pageSchema });
export type ProposalView = z.output<typeof proposalViewSchema>;

/** Organisations in the rows and in the columns of the matrix at a time. */
export const matrixRows = 20;
export const matrixColumns = 8;

export const matrixShows = ["all", "without"] as const;

/** What the address of the matrix says: the country of the rows, a part of their names, all or those without a meeting. */
const matrixSchema = z.object({
  side: countrySchema.optional().catch(undefined),
  q: z.string().transform((text) => text.replace(/\p{Cc}/gu, " ").normalize("NFC").trim().slice(0, 100)).catch(""),
  show: z.enum(matrixShows).catch("all"),
  row: pageSchema,
  column: pageSchema,
});
export type MatrixView = z.output<typeof matrixSchema>;

export function parseMatrix(query: Record<string, string | string[] | undefined>): MatrixView {
  return matrixSchema.parse(query);
}

/** What has come between two organisations so far. */
export type PastObstacle = "agreed" | "blocked" | "request_open" | "declined" | "dismissed" | "cancelled";

/** Why two organisations are not paired (any more). */
export type Obstacle = PastObstacle | "not_there" | "full" | "no_time";

/** As moderators read it: who dismissed whom stays with those who said so, "gone" says that it is not possible. */
export type ToldObstacle = Exclude<Obstacle, "dismissed"> | "gone";

/** How far a run is: candidates that are read, or the goal that is worked on. */
export const pairingProgressSchema = z.object({ stage: z.enum(["reading", "missing", "worth"]), done: z.number(), total: z.number() });
export type PairingProgress = z.output<typeof pairingProgressSchema>;

/** Why an organisation stays below the minimum: too little time, too few that suit it, those have no time left, or none when it has. */
const shortReasons = ["little_time", "few_partners", "partners_full", "no_time"] as const;

const goalSchema = z.object({ value: z.number(), bound: z.number() });

/**
 * What a run has found. `before`, `after`: how many organisations have no meeting, one, two, and so on. `short`: who stays
 * below the minimum.
 */
export const pairingAnswerSchema = z.object({
  organisations: z.number(),
  candidates: z.number(),
  pairs: z.number(),
  before: z.array(z.number()),
  after: z.array(z.number()),
  missingBefore: z.number(),
  missing: goalSchema,
  worth: goalSchema,
  seconds: z.number(),
  short: z.array(z.object({ id: z.string(), meetings: z.number(), why: z.enum(shortReasons) })),
});
export type PairingAnswer = z.output<typeof pairingAnswerSchema>;

/** A run as its page and the list of runs show it. */
export type PairingRunInfo = {
  id: string;
  state: RunState;
  least: number;
  most: number;
  isAcross: boolean;
  progress: PairingProgress | null;
  answer: PairingAnswer | null;
  askedBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  cancelRequestedAt: Date | null;
  finishedAt: Date | null;
  discardedAt: Date | null;
};

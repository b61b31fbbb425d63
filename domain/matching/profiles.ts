import { z } from "zod";
import { localeSchema } from "@/domain/input";
import type { Judgement } from "./judge";
import type { RankedText } from "./rank";

const textSchema = z.object({ id: z.string().min(1), text: z.string() });

/** The file that `npm run match` reads: organisations with their offers and needs. What else it holds is left alone. */
export const profilesSchema = z
  .array(
    z.object({
      id: z.string().min(1),
      country: z.string().min(2),
      lang: localeSchema,
      offers: z.array(textSchema),
      needs: z.array(textSchema),
    }),
  )
  .superRefine((profiles, context) => {
    const known = new Set<string>();
    profiles.forEach((profile, index) => {
      for (const kind of ["offers", "needs"] as const) {
        profile[kind].forEach(({ id }, place) => {
          if (known.has(id)) context.addIssue({ code: "custom", path: [index, kind, place, "id"], message: `${id} is there twice` });
          known.add(id);
        });
      }
    });
  });

export type Profiles = z.output<typeof profilesSchema>;

/** Who judged which offers to answer which need, and how well. */
export const judgementsSchema = z.array(
  z.object({
    need: z.string().min(1),
    relevant: z.array(z.object({ offer: z.string().min(1), grade: z.number().int().positive() })).min(1),
  }),
);

export const toJudgements = (file: z.output<typeof judgementsSchema>): Judgement[] =>
  file.map(({ need, relevant }) => ({ need, relevant: new Map(relevant.map(({ offer, grade }) => [offer, grade])) }));

/** All offers, or all needs, of the organisations. */
export function textsOf(profiles: Profiles, kind: "offers" | "needs"): RankedText[] {
  return profiles.flatMap(({ country, lang, ...profile }) => profile[kind].map(({ id, text }) => ({ id, text, country, locale: lang })));
}

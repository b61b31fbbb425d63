import type { Locale } from "@/domain/input";
import type { Corrections } from "./corrections";

/** A text as somebody wrote it, in the language they say it is in, and what they say of its subjects. */
export type WrittenText = { text: string; locale: Locale } & Corrections;

/** An offer or a need, with the codes of its fields of activity, and its text where that shall count. */
export type MatchStatement = { id: string; direction: "offer" | "need"; fields: readonly string[] } & Partial<WrittenText>;

/** Kinds of partners, and regions or countries that they come from; empty: any. */
export type Wishes = { types: readonly string[]; regions: readonly string[] };

export type MatchOrganisation = {
  id: string;
  country: string;
  languages: readonly string[];
  statements: readonly MatchStatement[];
  /** Kind of organisation, where it is based, and what it wishes for; where left out, they count for nothing. */
  type?: string;
  region?: string;
  wishes?: Wishes;
  /** To how many others it was suggested so far. */
  shownTo?: number;
  /** Ids of concepts that it was suggested somebody for and found wrong. */
  wrongSubjects?: readonly string[];
};

/** Whether what is compared holds the words, too. */
export const hasText = (statement: MatchStatement): statement is MatchStatement & WrittenText =>
  statement.text !== undefined && statement.locale !== undefined;

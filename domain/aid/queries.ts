import type { Actor } from "@/domain/actor";
import { findCandidates, getFrequency } from "@/domain/concept/queries";
import { listedFor } from "@/domain/directory/access";
import { matchSelect, toMatch } from "@/domain/directory/queries/list-suggestions";
import type { Locale } from "@/domain/input";
import { analyse } from "@/domain/matching/analyse";
import { keepTelling } from "@/domain/matching/corrections";
import { findConcepts, listUnderstood } from "@/domain/matching/find-concepts";
import { type Measure, measureBy } from "@/domain/matching/frequency";
import { findConcept } from "@/domain/matching/narrower";
import { hasText, type MatchOrganisation, type MatchStatement, type WrittenText } from "@/domain/matching/organisation";
import { pomostLexicon } from "@/domain/matching/pomost-lexicon";
import { answersNeed } from "@/domain/matching/statement-text";
import { comparePair, telling as tellingText } from "@/domain/matching/suggest";
import { listWanted } from "@/domain/matching/wanted";
import { requireOrganisation } from "@/domain/organisation/access";
import { db } from "@/prisma/client";
import { toggleConcept } from "@/domain/concept/rules";
import type { Reach, SimilarText, StatementDraft, Subject, WritingAid } from "./schema";

type Draft = MatchStatement & WrittenText;
type Other = ReturnType<typeof toMatch> & { slug: string; name: string };

/** Keys that are looked for, and organisations that are compared, for each of the two questions. */
const mostWanted = 60;
const mostCompared = 60;
const mostPeers = 30;
const mostNamed = 3;

const named = ({ slug, name }: Other) => ({ slug, name });

/** Who of those across the border the text finds if it is a need, or by whom it is found if it is an offer; best first. */
function measureReach(own: MatchOrganisation, others: readonly Other[], isMore: boolean, measure: Measure): Reach {
  const fitting = others
    .map((other) => ({ other, ...comparePair(own, other, measure) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.score - a.score || a.other.id.localeCompare(b.other.id));
  return { count: fitting.length, isMore, named: fitting.slice(0, mostNamed).map(({ other }) => named(other)) };
}

/** For the wording, a text in the same language helps more. */
const inSameLanguage = 1.5;

/** What others have written in the same direction on the same subject: of each the nearest text. */
function listSimilar(draft: Draft, others: readonly Other[], { background }: Measure): SimilarText[] {
  return others
    .flatMap((other) => {
      const texts = other.statements.filter(hasText).filter(({ direction }) => direction === draft.direction);
      const judged = texts.map((statement) => ({ statement, score: answersNeed(draft, statement, background) })).filter(({ score }) => score >= tellingText);
      const [best] = judged.toSorted((a, b) => b.score - a.score);
      return best ? [{ other, ...best, worth: best.score * (best.statement.locale === draft.locale ? inSameLanguage : 1) }] : [];
    })
    .toSorted((a, b) => b.worth - a.worth || a.other.id.localeCompare(b.other.id))
    .slice(0, mostNamed)
    .map(({ other, statement: { text, locale } }) => ({ text, locale, organisation: named(other) }));
}

type Own = { id: string; slug: string; name: string; country: string };

/** Whom a text meets, and who writes alike, among those that the actor may see; nobody before the organisation is admitted. */
async function lookAround(actor: Actor, programmeId: string, own: Own, draft: Draft): Promise<WritingAid["around"]> {
  const [row, frequency] = await Promise.all([
    db.organisation.findFirst({ where: { id: own.id, admissions: { some: { programmeId, state: "approved" } } }, select: matchSelect, relationLoadStrategy: "join" }),
    getFrequency(),
  ]);
  if (!row) return "closed";
  const measure = measureBy(frequency);
  const writing = { ...toMatch(row), statements: [draft] };
  // Who says the same answers the same: a text turned round looks for its peers.
  const turned = { ...writing, statements: [{ ...draft, direction: draft.direction === "offer" ? ("need" as const) : ("offer" as const) }] };
  const search = { ownId: own.id, ownCountry: own.country, programmeId, eventId: undefined };
  const [partners, peers] = await Promise.all([
    findCandidates(listWanted(writing, measure, mostWanted), { ...search, isAcross: true }, mostCompared),
    findCandidates(listWanted(turned, measure, mostWanted), search, mostPeers),
  ]);
  const rows = await db.organisation.findMany({
    where: { AND: [listedFor(actor, { programmeId, own }), { blockedBy: { none: { blockerId: own.id } } }, { id: { in: [...partners, ...peers] } }] },
    select: { ...matchSelect, slug: true, name: true },
    relationLoadStrategy: "join",
  });
  const others = rows.map((other) => ({ ...toMatch(other), slug: other.slug, name: other.name }));
  const [wanted, alike] = [new Set(partners), new Set(peers)];
  return {
    similar: listSimilar(draft, others.filter(({ id }) => alike.has(id)), measure),
    reach: measureReach(writing, others.filter(({ id }) => wanted.has(id)), partners.length >= mostCompared, measure),
  };
}

/** A concept in the reader's language, by its id. */
export const labelSubject = (id: string, locale: Locale): string => findConcept(id)?.[locale][0] ?? id;

const toSubject = ({ id }: { id: string }, locale: Locale): Subject => ({ id, label: labelSubject(id, locale) });

/** What counts for a text that is stored: what its words clearly speak of and nobody has removed, and what was added. In the reader's language. */
export function listSubjects(text: WrittenText, locale: Locale): (Subject & { isAdded: boolean })[] {
  const read = analyse(text.text, text.locale, pomostLexicon());
  const { addedConcepts, removedConcepts } = keepTelling(read, text, pomostLexicon());
  return [
    ...listUnderstood(read).filter(({ id }) => !removedConcepts.includes(id)).map((concept) => ({ ...toSubject(concept, locale), isAdded: false })),
    ...addedConcepts.map((id) => ({ ...toSubject({ id }, locale), isAdded: true })),
  ];
}

/**
 * What Pomost understands of a text that a member of the organisation is writing, and whom it would meet today; nothing of
 * it is stored.
 * @param locale the reader's language
 * @throws NotFound for those who may not edit the organisation, SignedOut
 */
export async function getWritingAid(actor: Actor, programmeId: string, draft: StatementDraft, locale: Locale): Promise<WritingAid> {
  const own = await requireOrganisation(actor, { slug: draft.organisation }, "edit");
  const { direction, fields, text, toggle, addedConcepts = [], removedConcepts = [] } = draft;
  const read = analyse(text, draft.locale, pomostLexicon());
  const understood = listUnderstood(read);
  const typed = { addedConcepts, removedConcepts };
  const corrections = toggle === undefined ? typed : toggleConcept(typed, toggle, understood.some(({ id }) => id === toggle));
  const telling = keepTelling(read, corrections, pomostLexicon());
  const isSomething = text !== "" || telling.addedConcepts.length > 0;
  return {
    understood: understood.map((concept) => toSubject(concept, locale)),
    added: telling.addedConcepts.map((id) => toSubject({ id }, locale)),
    corrections,
    found: draft.subject.trim() === "" ? null : findConcepts(draft.subject, locale).map((concept) => toSubject(concept, locale)),
    around: isSomething ? await lookAround(actor, programmeId, own, { id: "draft", direction, fields, text, locale: draft.locale, ...telling }) : null,
  };
}

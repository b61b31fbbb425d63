import type { InterpreterInfo, LanguagePair, PlenaryNeed, TranslationGap, TranslationNeed } from "./schema";

/** Speaks a language of the one side and a language of the other. */
export function canTranslate({ languages }: Pick<InterpreterInfo, "languages">, { left, right }: LanguagePair): boolean {
  const speaks = (side: readonly string[]) => side.some((language) => languages.includes(language));
  return speaks(left) && speaks(right);
}

/** Is there in the slot, and has not gone before it begins. */
export function isThere({ slotIds, awayFrom }: Pick<InterpreterInfo, "slotIds" | "awayFrom">, slot: { id: string; startsAt: Date }): boolean {
  return slotIds.includes(slot.id) && (awayFrom === null || slot.startsAt < awayFrom);
}

function listOf<T>(length: number, value: T): T[] {
  return Array.from({ length }, () => value);
}

/**
 * Gives each row at most one column and each column to at most one row, so that the sum of the weights is the greatest
 * that there is: the Hungarian method, in O(rows² × columns). A weight of 0 is no assignment.
 * @param weights by row and column, whole numbers from 0
 * @returns by row its column, or null
 */
export function matchBest(weights: readonly (readonly number[])[]): (number | null)[] {
  const [rows, things] = [weights.length, weights[0]?.length ?? 0];
  // A column of its own for each row that goes without; index 0 stands for "none yet".
  const columns = things + rows;
  const cost = (row: number, column: number) => -(weights[row - 1]?.[column - 1] ?? 0);
  const [rowPrice, columnPrice] = [listOf(rows + 1, 0), listOf(columns + 1, 0)];
  const holder = listOf(columns + 1, 0);
  for (let row = 1; row <= rows; row += 1) {
    const least = listOf(columns + 1, Infinity);
    const from = listOf(columns + 1, 0);
    const isDone = listOf(columns + 1, false);
    let at = 0;
    holder[0] = row;
    do {
      isDone[at] = true;
      const current = holder[at] ?? 0;
      let [next, step] = [0, Infinity];
      for (let column = 1; column <= columns; column += 1) {
        if (isDone[column]) continue;
        const slack = cost(current, column) - (rowPrice[current] ?? 0) - (columnPrice[column] ?? 0);
        if (slack < (least[column] ?? 0)) [least[column], from[column]] = [slack, at];
        if ((least[column] ?? 0) < step) [next, step] = [column, least[column] ?? 0];
      }
      for (let column = 0; column <= columns; column += 1) {
        if (isDone[column]) {
          rowPrice[holder[column] ?? 0] = (rowPrice[holder[column] ?? 0] ?? 0) + step;
          columnPrice[column] = (columnPrice[column] ?? 0) - step;
        } else least[column] = (least[column] ?? 0) - step;
      }
      at = next;
    } while (holder[at] !== 0);
    for (; at !== 0; at = from[at] ?? 0) holder[at] = holder[from[at] ?? 0] ?? 0;
  }
  const matched = listOf<number | null>(rows, null);
  for (let column = 1; column <= things; column += 1) {
    const row = holder[column] ?? 0;
    if (row > 0 && (weights[row - 1]?.[column - 1] ?? 0) > 0) matched[row - 1] = column - 1;
  }
  return matched;
}

/**
 * Who translates in which meeting. In each slot nobody is in two meetings, and, in this order, as many as possible
 * - of the moderators' choices hold,
 * - of the meetings have an interpreter,
 * - keep the one that they have.
 * The answer is exact, and the same for the same needs in whatever order they stand.
 */
export function assignInterpreters(needs: readonly TranslationNeed[], interpreters: readonly InterpreterInfo[], slots: readonly { id: string; startsAt: Date }[]): Map<string, string> {
  const people = interpreters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(slots.flatMap((slot): [string, string][] => {
    const there = needs.filter(({ slotId }) => slotId === slot.id).toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1));
    const present = people.filter((person) => isThere(person, slot));
    const [covered, chosen] = [there.length + 1, (there.length + 1) ** 2];
    const weigh = (need: TranslationNeed, person: InterpreterInfo) =>
      canTranslate(person, need) ? covered + (need.chosenId === person.id ? chosen : 0) + (need.beforeId === person.id ? 1 : 0) : 0;
    const matched = matchBest(there.map((need) => present.map((person) => weigh(need, person))));
    return there.flatMap(({ meetingId }, index): [string, string][] => {
      const person = present[matched[index] ?? -1];
      return person ? [[meetingId, person.id]] : [];
    });
  }));
}

function pairKey({ left, right }: LanguagePair): string {
  return [left, right].map((side) => side.toSorted().join(" ")).toSorted().join(" | ");
}

/** Meetings that nobody translates, slot by slot and by what they speak. */
export function listGaps(needs: readonly TranslationNeed[], assigned: ReadonlyMap<string, string>, slots: readonly { id: string }[]): TranslationGap[] {
  return slots.flatMap(({ id }) => {
    const groups = Map.groupBy(needs.filter(({ slotId }) => slotId === id), pairKey);
    return [...groups.values()].flatMap((group): TranslationGap[] => {
      const [first] = group;
      const open = group.filter(({ meetingId }) => !assigned.has(meetingId));
      if (!first || open.length === 0) return [];
      return [{ slotId: id, left: first.left, right: first.right, needed: group.length, covered: group.length - open.length, meetingIds: open.map(({ meetingId }) => meetingId) }];
    });
  });
}

/** Who could translate what is said to all, one person for each language: as many languages as possible. */
export function assignPlenary({ languages, interpretedInto }: { languages: readonly string[]; interpretedInto: readonly string[] }, interpreters: readonly InterpreterInfo[]): PlenaryNeed[] {
  const wanted = interpretedInto.filter((language) => !languages.includes(language));
  const here = interpreters.filter(({ awayFrom }) => awayFrom === null);
  const matched = matchBest(wanted.map((language) => here.map((person) => (canTranslate(person, { left: [...languages], right: [language] }) ? 1 : 0))));
  return wanted.map((language, index) => ({ language, interpreterId: here[matched[index] ?? -1]?.id ?? null }));
}

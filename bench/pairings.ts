// npm run bench:pairings [-- --size N] [--candidates N]: suggests pairings for a generated event, beside what the obvious way finds.
import { pairGreedily } from "../domain/pairing/solver/greedy";
import { countMeetings, countMissing, isPossible, measureWorth, type Problem } from "../domain/pairing/solver/problem";
import { choosePairsInThread } from "../server/solver/pairing-thread";

const option = (name: string, otherwise: number) => {
  const place = process.argv.indexOf(`--${name}`);
  return place === -1 ? otherwise : Number(process.argv[place + 1]);
};
const [size, perTaker] = [option("size", 1000), option("candidates", 50)];

/** The same numbers each time. */
let state = 2026;
const random = () => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
};

/** Organisations with the partners that fit best: some are wanted by many, others by hardly anybody, as in real events. */
function generate(isAcross: boolean): Problem {
  const takers = Array.from({ length: size }, (_, index) => ({ id: `o${index}`, meetings: random() < 0.2 ? 1 : 0, capacity: 3 + Math.floor(random() * 8) }));
  const appeal = takers.map(() => random() ** 2);
  const scores = new Map<number, number>();
  for (let own = 0; own < size; own += 1) {
    const others = takers.flatMap((_, other) => (other === own || (isAcross && other % 2 === own % 2) ? [] : [{ other, score: Math.round(25 * (appeal[other] ?? 0) + 75 * random()) }]));
    for (const { other, score } of others.toSorted((a, b) => b.score - a.score).slice(0, perTaker)) {
      const key = Math.min(own, other) * size + Math.max(own, other);
      scores.set(key, Math.max(scores.get(key) ?? 0, score));
    }
  }
  const candidates = [...scores].map(([key, score]) => ({ left: Math.floor(key / size), right: key % size, score }));
  return { takers, candidates, least: 3, most: 6 };
}

const share = (counts: readonly number[], wanted: (count: number) => boolean) => `${((100 * counts.filter(wanted).length) / counts.length).toFixed(1)} %`;

for (const [name, isAcross] of [["across the border", true], ["anywhere", false]] as const) {
  const problem = generate(isAcross);
  const begun = performance.now();
  const { chosen, missing, worth } = await choosePairsInThread(problem, { seconds: 120, signal: new AbortController().signal, onGoal: () => undefined });
  const seconds = (performance.now() - begun) / 1000;
  const byHand = pairGreedily(problem);
  const [counts, countsByHand] = [chosen, byHand].map((one) => countMeetings(problem, one)) as [number[], number[]];
  if (!isPossible(problem, chosen)) throw new Error("the answer is not possible");
  const proof = (goal: { value: number; bound: number }) => (goal.value === goal.bound ? "proved" : `at best ${goal.bound}`);
  console.log(`${name}: ${size} organisations, ${problem.candidates.length} candidates, ${problem.least} to ${problem.most} meetings each: ${seconds.toFixed(1)} s`);
  console.log(`  pairs ${chosen.length}, missing ${missing.value} (${proof(missing)}), worth ${worth.value} (${proof(worth)})`);
  console.log(`  below the minimum ${share(counts, (count) => count < problem.least)}; the obvious way ${share(countsByHand, (count) => count < problem.least)}`);
  console.log(`  the obvious way: missing ${countMissing(problem, countsByHand)}, worth ${measureWorth(problem, byHand)} (${(measureWorth(problem, byHand) / worth.value).toFixed(3)} of ours)`);
}

import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent } from "@/domain/event/access";
import { agreeMeetings } from "@/domain/meeting/commands";
import { ok, refuse, type Result, settle } from "@/domain/result";
import { tellPaired } from "@/domain/schedule/commands/pair-organisations";
import { isInForce, loadLatest } from "@/domain/schedule/queries/load-release";
import { db, type Tx } from "@/prisma/client";
import { requirePairing } from "../access";
import { loadObstacles } from "../queries/load-obstacles";
import { judgeTime, loadTakers } from "../queries/load-takers";
import { pairKey } from "../rules";
import type { TakePairingsInput } from "../schema";

export type TakeRefusal = "event_cancelled" | "run_unfinished" | "run_discarded" | "not_possible_now";

/** `left`: pairs that were wanted and are not possible any more. */
type Taken = { made: number; left: number };
type Pair = { lowId: string; highId: string };
type Event = Awaited<ReturnType<typeof requirePairing>>["event"];

/** Those of the pairs that can be made now, the best first, each seeing what the ones before it took; and how many were made before. */
async function choosePossible(tx: Tx, event: Event, pairs: readonly Pair[], most: number) {
  const [takers, obstacles] = [await loadTakers(tx, event), await loadObstacles(tx, event)];
  const already = pairs.filter(({ lowId, highId }) => obstacles.get(pairKey(lowId, highId)) === "agreed").length;
  const possible = pairs.flatMap((pair) => {
    const [low, high] = [takers.get(pair.lowId), takers.get(pair.highId)];
    if (obstacles.has(pairKey(pair.lowId, pair.highId)) || judgeTime(low, high, most) !== null || !low || !high) return [];
    low.meetings += 1;
    high.meetings += 1;
    return [[low.speaker, high.speaker] as const];
  });
  return { possible, already };
}

type Wanted = { event: Event; runId: string; pairs: readonly Pair[]; most: number } & Pick<TakePairingsInput, "subject" | "subjectLocale">;

type Made = { made: number; already: number };

async function make(tx: Tx, actor: Actor, { event, runId, pairs, most, subject, subjectLocale }: Wanted): Promise<Made> {
  // Requests and blocks of these organisations pass here as well; then the event, as in every command.
  const ids = [...new Set(pairs.flatMap(({ lowId, highId }) => [lowId, highId]))];
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  await holdOpenEvent(tx, event.id);
  if ((await tx.pairingRun.count({ where: { id: runId, discardedAt: null } })) === 0) return { made: 0, already: 0 };
  const { possible, already } = await choosePossible(tx, event, pairs, most);
  const agreements = possible.map(([low, high]) => ({
    eventId: event.id,
    requestId: null,
    subject,
    subjectLocale,
    sides: [
      { organisationId: low.organisation.id, registrationId: low.id },
      { organisationId: high.organisation.id, registrationId: high.id },
    ] as const,
  }));
  const answers = await agreeMeetings(tx, actor, agreements);
  const made = answers.flatMap((answer, index) => {
    const sides = possible[index];
    return answer.ok && sides ? [{ id: answer.value.id, sides }] : [];
  });
  await tellPaired(tx, actor, event, made);
  if (made.length > 0) await recordAudit(tx, actor, { action: "pairing_run.take", objectType: "pairing_run", objectId: runId, eventId: event.id, details: { made: made.length } });
  return { made: made.length, already };
}

/** A thousand pairings with their mails are written within seconds. */
const patience = { timeout: 120_000, maxWait: 20_000 };

/** While a schedule is in force each pairing looks for a place: so many at a time, for all others of the event wait meanwhile. */
const mostPlaced = 50;

async function makeInTurn(actor: Actor, wanted: Wanted, most: number): Promise<Made> {
  const none = Promise.resolve<Made>({ made: 0, already: 0 });
  const parts = Array.from({ length: Math.ceil(wanted.pairs.length / most) }, (_, index) => wanted.pairs.slice(index * most, (index + 1) * most));
  return parts.reduce(async (before, pairs) => {
    const { made, already } = await before;
    const part = await db.$transaction((tx) => make(tx, actor, { ...wanted, pairs }), patience);
    return { made: made + part.made, already: already + part.already };
  }, none);
}

/**
 * Makes pairings of a run's proposals, all that are still possible or the chosen ones; both sides of each are told as of
 * any pairing. In one transaction; while a schedule is in force, fifty in each. What is made already stays as it is, so
 * that twice is once, and again is the rest.
 * Refusals: "event_cancelled", "run_unfinished", "run_discarded", "not_possible_now" (none of them, and none was made before). Throws
 * NotFound, SignedOut.
 */
export async function takePairings(actor: Actor, input: TakePairingsInput): Promise<Result<Taken, TakeRefusal>> {
  const { event, id } = await requirePairing(actor, input);
  const run = await db.pairingRun.findUniqueOrThrow({
    where: { id },
    select: { most: true, state: true, discardedAt: true, proposals: { orderBy: [{ fit: "desc" }, { lowId: "asc" }, { highId: "asc" }], select: { lowId: true, highId: true } } },
  });
  if (run.state !== "done") return refuse("run_unfinished");
  if (run.discardedAt) return refuse("run_discarded");
  const chosen = new Set(input.pairs);
  const pairs = run.proposals.filter(({ lowId, highId }) => input.scope === "all" || chosen.has(`${lowId} ${highId}`));
  const { subject, subjectLocale } = input;
  const atOnce = isInForce(await loadLatest(db, event.id)) ? mostPlaced : Math.max(1, pairs.length);
  const result = await settle<Made, "event_cancelled">(makeInTurn(actor, { event, runId: id, pairs, most: run.most, subject, subjectLocale }, atOnce).then(ok));
  if (!result.ok) return result;
  const { made, already } = result.value;
  return made + already > 0 ? ok({ made, left: pairs.length - made - already }) : refuse("not_possible_now");
}

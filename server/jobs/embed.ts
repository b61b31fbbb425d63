import { claimTexts, forgetHiddenVectors, forgetVectors, postponeTexts, releaseTexts, storeVectors } from "@/domain/embedding/commands";
import type { ClaimedTexts, EmbeddingSettings } from "@/domain/embedding/schema";
import { EmbeddingFailure, type EmbeddingService, openEmbeddingService } from "../embeddings/service";
import type { Env } from "../env";
import { log } from "../log";
import type { Loop } from "./run";

/** Texts in one request; what servers of such models take by default. */
const batch = 32;

type Port = { service: EmbeddingService; settings: EmbeddingSettings; stopping: AbortSignal };

/** What went wrong is told without the texts; the service is left alone for a while. */
async function postpone(claim: ClaimedTexts, { service, settings }: Port, failure: { reason: string; status?: number; retryAfter?: number | null }): Promise<void> {
  const { retryAfter = null, ...about } = failure;
  const againInSeconds = await postponeTexts(claim, retryAfter);
  log().warn({ ...about, host: service.host, model: settings.name, texts: claim.texts.length, againInSeconds }, "embedding service failed");
}

async function embed(claim: ClaimedTexts, port: Port): Promise<boolean> {
  const { service, settings, stopping } = port;
  const began = performance.now();
  const vectors = await service.embed(claim.texts.map(({ text }) => text), stopping);
  const outcome = await storeVectors(claim, vectors);
  if (outcome === "another_length") await postpone(claim, port, { reason: outcome });
  const milliseconds = Math.round(performance.now() - began);
  if (outcome === "stored") log().info({ host: service.host, model: settings.name, texts: claim.texts.length, milliseconds }, "embedding service made vectors");
  return outcome === "stored";
}

/** Has the service make the vectors of some texts that have none. Answers whether to go on at once. */
async function embedSome(port: Port): Promise<boolean> {
  const claim = await claimTexts(port.settings, batch);
  if (!claim) return false;
  try {
    return await embed(claim, port);
  } catch (error) {
    if (port.stopping.aborted) await releaseTexts(claim);
    else if (error instanceof EmbeddingFailure) await postpone(claim, port, { reason: error.reason, ...error.answer });
    else throw error;
    return false;
  }
}

type Settings = Pick<Env, "EMBEDDINGS_URL" | "EMBEDDINGS_MODEL" | "EMBEDDINGS_KEY" | "EMBEDDINGS_PREFIXES" | "EMBEDDINGS_FLOOR">;

/**
 * What the worker does with the embedding service: has it make vectors of offers and needs. Where none is set, nothing
 * goes anywhere, and vectors from before are forgotten.
 */
export function embeddingJob(env: Settings, stopping: AbortSignal): Loop {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key } = env;
  if (url === undefined || model === undefined) return { name: "forget-vectors", everySeconds: 3600, run: forgetVectors };
  const service = openEmbeddingService({ url, model, key });
  const port = { service, settings: { name: model, prefixes: env.EMBEDDINGS_PREFIXES, floor: env.EMBEDDINGS_FLOOR }, stopping };
  const run = async () => {
    await forgetHiddenVectors();
    while (!stopping.aborted && (await embedSome(port)));
  };
  return { name: "embed", everySeconds: 10, run };
}

import { z } from "zod";
import { dimensionLimits, toUnit } from "@/domain/embedding/rules";

/** Where the embedding service is, as the environment says. */
export type ServiceSettings = { url: string; model: string; key: string | undefined };

/** An embedding service: makes a vector of length 1 of each text. */
export type EmbeddingService = { host: string; embed(texts: readonly string[], stopping: AbortSignal): Promise<Float32Array[]> };

export type FailureReason = "unreachable" | "too_slow" | "status" | "too_large" | "malformed";

/** The service did not do what it was asked for. Holds no text and no key. */
export class EmbeddingFailure extends Error {
  readonly reason: FailureReason;
  /** What it answered, and in how many seconds it wants to be asked again. */
  readonly answer: { status?: number; retryAfter?: number | null };

  constructor(reason: FailureReason, answer: EmbeddingFailure["answer"] = {}) {
    super(`embedding service: ${reason}`);
    this.name = "EmbeddingFailure";
    this.reason = reason;
    this.answer = answer;
  }
}

/** An answer for one request may not take longer, nor more bytes: 32 vectors of 4096 long numbers are about 3 MB. */
const defaultPatience = 30_000;
const mostBytes = 16 * 1024 * 1024;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(dimensionLimits.least).max(dimensionLimits.most) })),
});

/** Seconds that a Retry-After header asks for: a number, or a date. */
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new EmbeddingFailure("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new EmbeddingFailure("malformed");
  }
}

/** The vectors in the order of the texts, whatever order they came in: one for each, all of one length. */
function readVectors(body: string, count: number): Float32Array[] {
  const { data = [] } = answerSchema.safeParse(parseJson(body)).data ?? {};
  const byIndex = new Map(data.map(({ index, embedding }) => [index, toUnit(embedding)]));
  const vectors = Array.from({ length: count }, (_, index) => byIndex.get(index)).filter((vector) => vector instanceof Float32Array);
  const isWhole = data.length === count && vectors.length === count && vectors.every(({ length }) => length === vectors[0]?.length);
  if (!isWhole) throw new EmbeddingFailure("malformed");
  return vectors;
}

/** What `fetch` throws says nothing to an operator, and may quote what was sent. */
function judge(error: unknown, slow: AbortSignal): unknown {
  if (error instanceof EmbeddingFailure) return error;
  return new EmbeddingFailure(slow.aborted ? "too_slow" : "unreachable");
}

/**
 * The service of EMBEDDINGS_URL, which speaks like OpenAI's. A redirect is a failure: texts go to no host but the one
 * that people are told of.
 * @param patience milliseconds that one request may take
 */
export function openEmbeddingService({ url, model, key }: ServiceSettings, patience = defaultPatience): EmbeddingService {
  const headers = { "Content-Type": "application/json", Accept: "application/json", ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }) };
  return {
    host: new URL(url).host,
    async embed(texts, stopping) {
      const slow = AbortSignal.timeout(patience);
      const body = JSON.stringify({ model, input: texts, encoding_format: "float" });
      try {
        const response = await fetch(`${url}/embeddings`, { method: "POST", headers, body, redirect: "error", signal: AbortSignal.any([stopping, slow]) });
        if (!response.ok) {
          await response.body?.cancel();
          throw new EmbeddingFailure("status", { status: response.status, retryAfter: readRetryAfter(response.headers.get("retry-after")) });
        }
        return readVectors(await readBody(response), texts.length);
      } catch (error) {
        throw judge(error, slow);
      }
    },
  };
}

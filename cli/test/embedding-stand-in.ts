import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What somebody asked the stand-in for. */
export type Asked = { method: string; path: string; authorization: string | undefined; body: { model: string; input: string[]; encoding_format: string } };
type Behaviour = (asked: Asked, response: ServerResponse) => void;

const dimensions = 32;

/** A vector that depends on the words alone: texts that share words are close. Not of length 1. */
export function hashingVector(text: string): number[] {
  const vector = Array.from({ length: dimensions }, () => 0.5);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const place = createHash("sha256").update(word).digest()[0] ?? 0;
    vector[place % dimensions] = (vector[place % dimensions] ?? 0) + 1;
  }
  return vector;
}

export function answerJson(response: ServerResponse, body: unknown): void {
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(body));
}

/** As the real ones do, but the last text first: the index counts. */
export const answerWell: Behaviour = ({ body }, response) => {
  const data = body.input.map((text, index) => ({ object: "embedding", index, embedding: hashingVector(text) })).toReversed();
  answerJson(response, { object: "list", model: body.model, data, usage: { prompt_tokens: 1, total_tokens: 1 } });
};

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as Asked["body"];
  return { method: request.method ?? "", path: request.url ?? "", authorization: request.headers.authorization, body };
}

/** A server on this machine that speaks like an embedding service; `asked` holds every request, `behave` changes what it does. */
export async function startEmbeddingStandIn() {
  const asked: Asked[] = [];
  let behaviour = answerWell;
  const server = createServer((request, response) => {
    void read(request).then((one) => {
      asked.push(one);
      behaviour(one, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    asked,
    behave(next: Behaviour) {
      behaviour = next;
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerJson, answerWell, hashingVector, startEmbeddingStandIn } from "@/cli/test/embedding-stand-in";
import { openEmbeddingService } from "./service";

let standIn: Awaited<ReturnType<typeof startEmbeddingStandIn>>;
beforeAll(async () => {
  standIn = await startEmbeddingStandIn();
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.asked.length = 0;
  standIn.behave(answerWell);
});

const texts = ["query: szukamy tłumacza", "passage: Wir vermieten ein Lager", "passage: Übersetzungen"];
const never = new AbortController().signal;
const open = (data: { key?: string; patience?: number } = {}) => openEmbeddingService({ url: standIn.url, model: "a/model", key: data.key }, data.patience);
const embed = () => open().embed(texts, never);
const unit = (text: string) => {
  const vector = hashingVector(text);
  return vector.map((number) => number / Math.hypot(...vector));
};

describe("a request", () => {
  test("holds the model, the texts in one list and the format, and nothing else", async () => {
    await embed();
    expect(standIn.asked).toEqual([
      { method: "POST", path: "/v1/embeddings", authorization: undefined, body: { model: "a/model", input: texts, encoding_format: "float" } },
    ]);
  });

  test("carries the key where there is one", async () => {
    await open({ key: "a-key" }).embed(texts, never);
    expect(standIn.asked[0]?.authorization).toBe("Bearer a-key");
  });
});

describe("an answer", () => {
  test("is put into the order of the texts, and made of length 1", async () => {
    const vectors = await embed();
    expect(vectors).toEqual(texts.map((text) => Float32Array.from(unit(text))));
  });

  const one = (index: number, embedding: unknown) => ({ index, embedding });
  const vector = [1, 2, 3, 4];
  test.each([
    { name: "one vector too few", data: [one(0, vector), one(1, vector)] },
    { name: "one vector too many", data: [0, 1, 2, 3].map((index) => one(index, vector)) },
    { name: "an index twice", data: [0, 1, 1].map((index) => one(index, vector)) },
    { name: "vectors of two lengths", data: [one(0, vector), one(1, vector), one(2, [1, 2, 3])] },
    { name: "an empty vector", data: [0, 1, 2].map((index) => one(index, [])) },
    { name: "a vector without a direction", data: [one(0, vector), one(1, vector), one(2, [0, 0, 0, 0])] },
    { name: "words for numbers", data: [0, 1, 2].map((index) => one(index, ["1", "2"])) },
    { name: "base64", data: [0, 1, 2].map((index) => one(index, "AACAPwAAAEA=")) },
    { name: "a vector longer than can be stored", data: [0, 1, 2].map((index) => one(index, Array.from({ length: 8193 }, () => 1))) },
    { name: "no data", data: undefined },
  ])("with $name is malformed", async ({ data }) => {
    standIn.behave((_asked, response) => answerJson(response, { object: "list", data }));
    await expect(embed()).rejects.toMatchObject({ name: "EmbeddingFailure", reason: "malformed" });
  });

  test.each(["", "<html>", '{"data":[', '{"data":[{"index":0,"embedding":[1e999]}]}'])("%j is malformed", async (body) => {
    standIn.behave((_asked, response) => response.end(body));
    await expect(embed()).rejects.toMatchObject({ reason: "malformed" });
  });

  test("without an end is cut off", async () => {
    const part = Buffer.alloc(1024 * 1024, " ");
    const write = (response: ServerResponse) => {
      if (response.destroyed) return;
      if (response.write(part)) setImmediate(() => write(response));
      else response.once("drain", () => write(response));
    };
    standIn.behave((_asked, response) => write(response));
    await expect(embed()).rejects.toMatchObject({ reason: "too_large" });
  });

  test("that does not come in time is given up, at its beginning and in its middle", async () => {
    standIn.behave(() => undefined);
    await expect(open({ patience: 50 }).embed(texts, never)).rejects.toMatchObject({ reason: "too_slow" });
    standIn.behave((_asked, response) => response.write('{"data":['));
    await expect(open({ patience: 200 }).embed(texts, never)).rejects.toMatchObject({ reason: "too_slow" });
  });
});

describe("a refusal", () => {
  test.each([
    { status: 429, header: "17", retryAfter: 17 },
    { status: 503, header: new Date(Date.now() + 90_500).toUTCString(), retryAfter: expect.closeTo(90, -1) as number },
    { status: 429, header: "soon", retryAfter: null },
    { status: 500, header: undefined, retryAfter: null },
    { status: 401, header: undefined, retryAfter: null },
  ])("$status with Retry-After $header is told", async ({ status, header, retryAfter }) => {
    standIn.behave(({ body }, response) => {
      response.statusCode = status;
      if (header !== undefined) response.setHeader("Retry-After", header);
      answerJson(response, { error: { message: `cannot read ${body.input.join()}` } });
    });
    await expect(embed()).rejects.toMatchObject({ reason: "status", answer: { status, retryAfter } });
  });

  test("holds neither a text nor the key", async () => {
    standIn.behave(({ body, authorization }, response) => {
      response.statusCode = 400;
      answerJson(response, { error: { message: `${authorization ?? ""} ${body.input.join()}` } });
    });
    const failure: unknown = await open({ key: "a-key" }).embed(texts, never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toMatch(/a-key|Lager|query/);
  });

  test("to answer at this address sends the texts to no other one", async () => {
    const elsewhere = await startEmbeddingStandIn();
    standIn.behave((_asked, response) => response.writeHead(307, { Location: `${elsewhere.url}/embeddings` }).end());
    await expect(embed()).rejects.toMatchObject({ reason: "unreachable" });
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });

  test("of the connection is told", async () => {
    standIn.behave((_asked, response) => response.destroy());
    await expect(embed()).rejects.toMatchObject({ reason: "unreachable" });
    const away = openEmbeddingService({ url: "http://127.0.0.1:1/v1", model: "a/model", key: undefined });
    await expect(away.embed(texts, never)).rejects.toMatchObject({ reason: "unreachable" });
  });
});

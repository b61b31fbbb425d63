import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { answerWell, startEmbeddingStandIn } from "@/cli/test/embedding-stand-in";
import { claimTexts, storeVectors } from "@/domain/embedding/commands";
import { loadCloseness } from "@/domain/embedding/queries";
import { editStatement } from "@/domain/organisation/commands/edit-statement";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createProgramme } from "@/prisma/factories/programme";
import { embeddingJob } from "./embed";

let standIn: Awaited<ReturnType<typeof startEmbeddingStandIn>>;
beforeAll(async () => {
  standIn = await startEmbeddingStandIn();
});
afterAll(() => standIn.close());
beforeEach(async () => {
  standIn.asked.length = 0;
  standIn.behave(answerWell);
  await db.organisation.deleteMany();
  await db.embeddingModel.deleteMany();
});

type Settings = Parameters<typeof embeddingJob>[0];
const off: Settings = { EMBEDDINGS_URL: undefined, EMBEDDINGS_MODEL: undefined, EMBEDDINGS_KEY: undefined, EMBEDDINGS_PREFIXES: "e5", EMBEDDINGS_FLOOR: 0.5 };
const on = (): Settings => ({ ...off, EMBEDDINGS_URL: standIn.url, EMBEDDINGS_MODEL: "a/model", EMBEDDINGS_KEY: "a-key" });
const settings = { name: "a/model", prefixes: "e5", floor: 0.5 } as const;
const never = new AbortController().signal;
const work = (data: Partial<Settings> = {}) => embeddingJob({ ...on(), ...data }, never).run();

/** As if the time of every claim and every pause were over. */
const passTime = () => db.embeddingModel.updateMany({ data: { nextAttemptAt: new Date(Date.now() - 1000) } });
const inputs = () => standIn.asked.flatMap(({ body }) => body.input).toSorted();
const model = () => db.embeddingModel.findFirstOrThrow();
const admitted = async (data: Parameters<typeof createOrganisation>[0] = {}) => createOrganisation({ programmeId: (await createProgramme()).id, ...data });
const many = (count: number) => ({ create: Array.from({ length: count }, (_, index) => ({ direction: "offer" as const, locale: "de" as const, text: `Angebot ${index}`, position: index })) });

describe("the worker", () => {
  test("has a vector made of each offer and need, once", async () => {
    const { id, statements } = await admitted();
    await work();
    expect(inputs()).toEqual(["passage: Software for harbours", "query: A partner for sensor networks"]);
    expect(await db.statementVector.count({ where: { statement: { organisationId: id } } })).toBe(statements.length);
    expect(await model()).toMatchObject({ name: "a/model", dimensions: 32, failures: 0 });
    await passTime();
    await work();
    expect(standIn.asked).toHaveLength(1);
  });

  test("has it made again after a change, and the old one counts for nothing meanwhile", async () => {
    const organisation = await admitted();
    const owner = await createMember(organisation.id);
    const [offer, need] = organisation.statements;
    await work();
    vi.setSystemTime(Date.now() + 61_000);
    expect((await loadCloseness([organisation.id]))(need?.id ?? "", offer?.id ?? "")).toBeGreaterThan(0);
    await editStatement(owner, { organisation: organisation.slug, statement: offer?.id ?? "", version: 1, locale: "de", text: "Wir vermieten ein Lager", fields: [] });
    expect((await loadCloseness([organisation.id]))(need?.id ?? "", offer?.id ?? "")).toBeNull();
    vi.useRealTimers();
    await passTime();
    standIn.asked.length = 0;
    await work();
    expect(inputs()).toEqual(["passage: Wir vermieten ein Lager"]);
    expect((await loadCloseness([organisation.id]))(need?.id ?? "", offer?.id ?? "")).not.toBeNull();
  });

  test("sends only texts that others may see, of those who were let in, and forgets what is hidden", async () => {
    const hidden = await admitted({ profileVisibility: "moderators", contactName: "Anna Nowak", contactEmail: "anna@mail.example" });
    await createOrganisation();
    await admitted({ state: "pending" });
    await work();
    expect(standIn.asked).toEqual([]);
    await db.organisation.update({ where: { id: hidden.id }, data: { profileVisibility: "participants" } });
    await passTime();
    await work();
    expect(inputs()).toEqual(["passage: Software for harbours", "query: A partner for sensor networks"]);
    await db.organisation.update({ where: { id: hidden.id }, data: { profileVisibility: "moderators" } });
    await work();
    expect(await db.statementVector.count()).toBe(0);
  });

  test("goes on in batches, where it stopped", async () => {
    await admitted({ statements: many(70) });
    standIn.behave((asked, response) => {
      if (standIn.asked.length === 2) response.writeHead(500).end();
      else answerWell(asked, response);
    });
    await work();
    expect(standIn.asked.map(({ body }) => body.input.length)).toEqual([32, 32]);
    expect(await db.statementVector.count()).toBe(32);
    await work();
    expect(standIn.asked).toHaveLength(2);
    await passTime();
    await work();
    // One text after a failure, then whole batches again.
    expect(standIn.asked.slice(2).map(({ body }) => body.input.length)).toEqual([1, 32, 5]);
    expect(await db.statementVector.count()).toBe(70);
  });

  test("leaves a service alone as long as it asks for, and longer each time", async () => {
    await admitted();
    const pause = async () => Math.round(((await model()).nextAttemptAt.getTime() - Date.now()) / 1000);
    standIn.behave((_asked, response) => response.writeHead(429, { "Retry-After": "120" }).end());
    await work();
    expect(await pause()).toSatisfy((seconds: number) => seconds > 110 && seconds <= 120);
    standIn.behave((_asked, response) => response.writeHead(500).end());
    for (const most of [10, 20]) {
      await passTime();
      await work();
      expect(await pause()).toSatisfy((seconds: number) => seconds > most - 5 && seconds <= most);
    }
    expect(await model()).toMatchObject({ failures: 3, dimensions: null });
    standIn.behave(answerWell);
    await passTime();
    await work();
    expect(await model()).toMatchObject({ failures: 0 });
    expect(await db.statementVector.count()).toBe(2);
  });

  test("begins anew with another model or other prefixes, not with another floor", async () => {
    await admitted();
    await work();
    await work({ EMBEDDINGS_FLOOR: 0.9 });
    expect(await model()).toMatchObject({ floor: 0.9, dimensions: 32 });
    expect(await db.statementVector.count()).toBe(2);
    await work({ EMBEDDINGS_MODEL: "another/model" });
    await work({ EMBEDDINGS_MODEL: "another/model", EMBEDDINGS_PREFIXES: "none" });
    expect(standIn.asked.map(({ body }) => body.model)).toEqual(["a/model", "another/model", "another/model"]);
    expect(standIn.asked[2]?.body.input.toSorted()).toEqual(["A partner for sensor networks", "Software for harbours"]);
    expect(await db.embeddingModel.count()).toBe(1);
  });

  test("stores no vectors of another length under the same name", async () => {
    const organisation = await admitted();
    await work();
    await db.statement.updateMany({ where: { organisationId: organisation.id }, data: { text: "Another text" } });
    standIn.behave(({ body }, response) => response.end(JSON.stringify({ data: body.input.map((_text, index) => ({ index, embedding: [1, 2, 3] })) })));
    await passTime();
    await work();
    expect(await model()).toMatchObject({ dimensions: 32, failures: 1 });
  });

  test("asks nobody where no service is set, and forgets what one has made", async () => {
    await admitted();
    await work();
    standIn.asked.length = 0;
    await passTime();
    const job = embeddingJob(off, never);
    await job.run();
    expect(standIn.asked).toEqual([]);
    expect([await db.statementVector.count(), await db.embeddingModel.count()]).toEqual([0, 0]);
  });

  test("gives back what it has when it is stopped", async () => {
    await admitted();
    const stopping = new AbortController();
    standIn.behave(() => stopping.abort());
    await embeddingJob(on(), stopping.signal).run();
    expect(await model()).toMatchObject({ failures: 0 });
    standIn.behave(answerWell);
    await work();
    expect(await db.statementVector.count()).toBe(2);
  });
});

describe("texts", () => {
  test("are never claimed by two workers", async () => {
    await admitted({ statements: many(40) });
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimTexts(settings, 32)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await db.embeddingModel.count()).toBe(1);
  });

  test("that were deleted or changed while the service worked leave no wrong vector", async () => {
    const organisation = await admitted();
    const [offer, need] = organisation.statements;
    const claim = await claimTexts(settings, 32);
    await db.statement.delete({ where: { id: offer?.id ?? "" } });
    await db.statement.update({ where: { id: need?.id ?? "" }, data: { text: "Another text" } });
    expect(claim && (await storeVectors(claim, claim.texts.map(() => new Float32Array([1, 0]))))).toBe("stored");
    expect((await claimTexts(settings, 32))?.texts.map(({ text }) => text)).toEqual(["query: Another text"]);
  });

  test("of a model that is gone are not stored", async () => {
    await admitted();
    const claim = await claimTexts(settings, 32);
    await claimTexts({ ...settings, name: "another/model" }, 32);
    expect(claim && (await storeVectors(claim, claim.texts.map(() => new Float32Array([1, 0]))))).toBe("gone");
    expect(await db.statementVector.count()).toBe(0);
  });
});

describe("the database", () => {
  test("holds one model, and vectors of its length alone", async () => {
    const { statements } = await admitted();
    await work();
    const { id } = await model();
    await expect(db.embeddingModel.create({ data: settings })).rejects.toThrow(/EmbeddingModel_only_key|Unique/);
    const statementId = statements[0]?.id ?? "";
    const change = (data: Record<string, unknown>) => db.statementVector.update({ where: { statementId }, data });
    await expect(change({ vector: new Uint8Array(4) })).rejects.toThrow("StatementVector_length_check");
    await expect(change({ vector: new Uint8Array(8), dimensions: 2 })).rejects.toThrow("StatementVector_modelId_dimensions_fkey");
    await expect(change({ textHash: new Uint8Array(31) })).rejects.toThrow("StatementVector_hash_check");
    await expect(db.embeddingModel.update({ where: { id }, data: { floor: 1 } })).rejects.toThrow("EmbeddingModel_settings_check");
    expect(await db.statementVector.count({ where: { dimensions: 32 } })).toBe(2);
  });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember } from "@/prisma/factories/organisation";
import { createParticipant } from "@/prisma/factories/meeting";
import { createCooperation, createHeldPair } from "@/prisma/factories/outcome";
import { createStaff } from "@/prisma/factories/people";
import { answerCooperation, setStage } from "./commands/answer-cooperation";
import { askCooperations } from "./commands/ask-cooperations";
import { noteCooperation, removeCooperation } from "./commands/note-cooperation";
import { listCooperations, prepareCooperation } from "./queries";

type Stage = Awaited<ReturnType<typeof createHeldPair>>;
type Side = Stage["one"];
let stage: Stage;
beforeEach(async () => {
  stage = await createHeldPair();
});

const words = { subject: "Sensors in harbours", subjectLocale: "en", stage: "talks" } as const;
const note = ({ actor }: Side, more: object = {}) => noteCooperation(actor, stage.programme.id, { key: randomUUID(), meeting: stage.meeting.id, ...words, ...more });
const list = ({ actor }: Side) => listCooperations(actor, stage.programme.id);

describe("to note one", () => {
  test("tells the other side, which may confirm it and then say how far it is, too", async () => {
    const { one, other } = stage;
    const noted = await note(one);
    if (!noted.ok) throw new Error(noted.reason);
    const { id } = noted.value;
    expect(await list(one)).toMatchObject([{ id, isAuthor: true, isConfirmed: null, stage: "talks", partner: { name: other.organisation.name } }]);
    expect(await list(other)).toMatchObject([{ id, isAuthor: false, isConfirmed: null, partner: { name: one.organisation.name } }]);
    const mails = await db.mail.findMany({ where: { key: { startsWith: `cooperation_named/${id}/` } } });
    expect(mails.map(({ to, params }) => ({ to, params }))).toEqual([{ to: other.actor.email, params: { partner: one.organisation.name, subject: words.subject, path: `/cooperations#cooperation-${id}` } }]);
    await expect(setStage(other.actor, { cooperation: id, stage: "ended" })).rejects.toThrow(NotFound);
    await expect(answerCooperation(one.actor, { cooperation: id, answer: "yes" })).rejects.toThrow(NotFound);
    await answerCooperation(other.actor, { cooperation: id, answer: "yes" });
    await answerCooperation(other.actor, { cooperation: id, answer: "yes" });
    await setStage(other.actor, { cooperation: id, stage: "agreement" });
    expect(await list(one)).toMatchObject([{ isConfirmed: true, stage: "agreement" }]);
    const log = await db.auditEntry.findMany({ where: { objectId: id }, orderBy: { at: "asc" } });
    expect(log.map(({ action, organisationId }) => [action, organisationId])).toEqual([
      ["cooperation.note", one.organisation.id], ["cooperation.answer", other.organisation.id], ["cooperation.stage", other.organisation.id],
    ]);
  });

  test("twice with the same form is one, and another one for the same meeting is refused", async () => {
    const key = randomUUID();
    expect(await note(stage.one, { key })).toEqual({ ok: true, value: { id: key } });
    expect(await note(stage.one, { key })).toEqual({ ok: true, value: { id: key } });
    expect(await note(stage.one)).toEqual({ ok: false, reason: "already_noted" });
    // The other side may note its own.
    expect((await note(stage.other)).ok).toBe(true);
    expect(await note(stage.other, { key })).toEqual({ ok: false, reason: "already_noted" });
  });

  test("without a meeting names an organisation that the actor may see", async () => {
    const { one, other, programme } = stage;
    const hidden = await createParticipant(stage.event, "DE", { profileVisibility: "moderators" });
    expect((await prepareCooperation(one.actor, programme.id, undefined)).partners.map(({ slug }) => slug)).toEqual([other.organisation.slug]);
    expect((await note(one, { meeting: undefined, organisation: other.organisation.slug })).ok).toBe(true);
    await expect(note(one, { meeting: undefined, organisation: hidden.organisation.slug })).rejects.toThrow(NotFound);
    await expect(note(one, { meeting: undefined, organisation: one.organisation.slug })).rejects.toThrow(NotFound);
  });

  test("is nothing for those who were not in the meeting, nor between two of whom one has blocked the other", async () => {
    const { one, other, programme, event } = stage;
    const third = await createParticipant(event, "DE");
    await expect(note(third)).rejects.toThrow(NotFound);
    await expect(noteCooperation(await createStaff("organiser", programme.id), programme.id, { key: randomUUID(), meeting: stage.meeting.id, ...words })).rejects.toThrow(NotFound);
    await expect(noteCooperation(visitor, programme.id, { key: randomUUID(), meeting: stage.meeting.id, ...words })).rejects.toThrow(SignedOut);
    await db.block.create({ data: { blockerId: other.organisation.id, blockedId: one.organisation.id } });
    expect(await note(one)).toEqual({ ok: false, reason: "not_available" });
  });
});

test("a cooperation is its two sides' alone, and its author's to remove", async () => {
  const { one, other, programme, event } = stage;
  const third = await createParticipant(event, "DE");
  const { id } = await createCooperation(programme.id, one, other);
  expect([await list(third), (await listCooperations(await createMember(one.organisation.id), programme.id)).length]).toEqual([[], 1]);
  await removeCooperation(other.actor, { cooperation: id });
  await removeCooperation(third.actor, { cooperation: id });
  expect(await list(other)).toHaveLength(1);
  await removeCooperation(one.actor, { cooperation: id });
  expect(await list(other)).toEqual([]);
});

test("with itself the database refuses", async () => {
  const { one, programme } = stage;
  await expect(createCooperation(programme.id, one, one)).rejects.toThrow("Cooperation_two_sides_check");
  await expect(createCooperation(programme.id, one, stage.other, { isConfirmed: true })).rejects.toThrow("Cooperation_answer_check");
});

describe("how it is going", () => {
  /** So many months and days ago. */
  async function ago(months: number, days = 1): Promise<Date> {
    const [row] = await db.$queryRaw<{ at: Date }[]>`SELECT now() - make_interval(months => ${months}::int, days => ${days}::int) AS at`;
    return row?.at ?? new Date();
  }
  const create = async (months: number, data: object = {}, days = 1) => {
    const at = await ago(months, days);
    return createCooperation(stage.programme.id, stage.one, stage.other, { createdAt: at, stageAt: at, ...data });
  };
  const asked = async (id: string) => (await db.mail.findMany({ where: { key: { startsWith: `cooperation_asked/${id}/` } }, select: { to: true } })).map(({ to }) => to).toSorted();

  test("is asked after three and six months, once of each", async () => {
    const [early, three, six, late] = [await create(2), await create(3), await create(6), await create(3, {}, 16)];
    await askCooperations();
    await askCooperations();
    const author = stage.one.actor.email;
    expect([await asked(early.id), await asked(three.id), await asked(six.id), await asked(late.id)]).toEqual([[], [author], [author], []]);
  });

  test("is asked of the partner where it has confirmed it, and of nobody where it has ended or was just said", async () => {
    const both = await create(3, { isConfirmed: true, answeredAt: new Date() });
    const ended = await create(3, { stage: "ended" });
    const said = await create(3, { stageAt: new Date() });
    await askCooperations();
    expect([await asked(both.id), await asked(ended.id), await asked(said.id)]).toEqual([[stage.one.actor.email, stage.other.actor.email].toSorted(), [], []]);
  });
});

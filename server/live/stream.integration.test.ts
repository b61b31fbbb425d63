import { afterAll, beforeEach, expect, test } from "vitest";
import { checkIn } from "@/domain/attendance/commands";
import { getNews } from "@/domain/notice/queries";
import { sendRequest } from "@/domain/request/commands/send-request";
import { signOut } from "@/domain/user/commands/end-session";
import { hashSecret } from "@/domain/user/commands/hash-secret";
import { getVisit } from "@/domain/user/queries";
import { db } from "@/prisma/client";
import { createRunningEvent } from "@/prisma/factories/day";
import { createParticipant } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { createSession } from "@/prisma/factories/session";
import { env } from "../env";
import { openHub } from "./hub";
import { closeStreams, openStream } from "./stream";

const hub = openHub(env().DATABASE_URL);
afterAll(() => hub.close());

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  return { event, asker: await createParticipant(event, "PL"), asked: await createParticipant(event, "DE") };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

type Heard = { event: string; data: unknown };

/** A stream of somebody, as it is sent. */
async function begin(email: string, leaving: AbortController, through = hub) {
  const token = await createSession(email);
  const visit = await getVisit(hashSecret(token));
  if (!visit) throw new Error("no session");
  return { token, response: openStream(visit, { hub: through, readNews: () => getNews(visit.person) }, leaving.signal) };
}

/** A stream of somebody, read event by event; comments and settings are left out. Null: it has ended. */
async function open(email: string, through = hub) {
  const leaving = new AbortController();
  const { token, response } = await begin(email, leaving, through);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<Heard | null> => {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return null;
    const [, event, data] = /^event: (.*)\ndata: (.*)\n\n$/.exec(value) ?? [];
    return event === undefined ? next() : { event, data: JSON.parse(data ?? "null") as unknown };
  };
  /** The next event that is as wanted, which everything may be that was told twice. */
  const until = async (fits: (heard: Heard) => boolean): Promise<Heard | null> => {
    const heard = await next();
    return heard === null || fits(heard) ? heard : until(fits);
  };
  return { token, response, next, until, leave: () => leaving.abort(), cancel: () => reader?.cancel() };
}

const isUnread = (count: number) => ({ event, data }: Heard) => event === "news" && (data as { unread: number }).unread === count;

async function ask() {
  const words = { subject: "own", ownSubject: "Ports", ownSubjectLocale: "en", message: "Let us talk.", messageLocale: "en" } as const;
  const sent = await sendRequest(stage.asker.actor, { event: stage.event.slug, organisation: stage.asked.organisation.slug, ...words });
  expect(sent.ok).toBe(true);
}

test("says how much is unread, and again when that changes; never what", async () => {
  const stream = await open(stage.asked.actor.email);
  expect(stream.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(await stream.until(isUnread(0))).toEqual({ event: "news", data: { unread: 0, latest: null } });
  await ask();
  const { mailId } = await db.notice.findFirstOrThrow({ where: { userId: stage.asked.actor.userId } });
  expect(await stream.until(isUnread(1))).toEqual({ event: "news", data: { unread: 1, latest: mailId } });
  await stream.cancel();
});

test("tells a colleague whom no mail went to that the organisation's inbox has changed; strangers nothing", async () => {
  const colleague = await createMember(stage.asked.organisation.id, "editor");
  const [stream, strange] = [await open(colleague.email), await open((await createMember((await prepare()).asker.organisation.id)).email)];
  expect(await stream.until(isUnread(0))).toMatchObject({ event: "news" });
  expect(await strange.until(isUnread(0))).toMatchObject({ event: "news" });
  await ask();
  expect(await stream.until(({ event }) => event === "change")).toEqual({ event: "change", data: {} });
  await signOut(strange.token);
  const heard: Heard[] = [];
  for (let one = await strange.next(); one !== null; one = await strange.next()) heard.push(one);
  expect(heard.filter(({ event }) => event === "change")).toEqual([]);
  await stream.cancel();
});

test("tells the staff of an event and of its programme, and nobody else's, that somebody has come", async () => {
  const day = await createRunningEvent();
  const { actor } = await createParticipant(day.event);
  const staff = [day.moderator, await createStaff("organiser", day.programme.id), await createStaff("moderator", stage.event.programmeId)];
  const [ofEvent, ofProgramme, strange] = await Promise.all(staff.map(async ({ email }) => {
    const stream = await open(email);
    expect(await stream.until(isUnread(0))).toMatchObject({ event: "news" });
    return stream;
  }));
  await checkIn(actor, { event: day.event.slug });
  const isDay = ({ event }: Heard) => event === "day";
  expect([await ofEvent?.until(isDay), await ofProgramme?.until(isDay)]).toEqual([{ event: "day", data: {} }, { event: "day", data: {} }]);
  // What concerns the stranger comes last, and is all that is heard.
  await db.event.update({ where: { id: stage.event.id }, data: { startsAt: new Date() } });
  await checkIn(stage.asker.actor, { event: stage.event.slug });
  await db.session.deleteMany({ where: { user: { email: staff[2]?.email ?? "" } } });
  const heard: Heard[] = [];
  for (let one = await strange?.next(); one; one = await strange?.next()) heard.push(one);
  expect(heard.filter(isDay)).toEqual([{ event: "day", data: {} }]);
  await Promise.all([ofEvent?.cancel(), ofProgramme?.cancel()]);
});

test("tells that something may have been missed once the server hears again, but not when it hears at first", async () => {
  const fresh = openHub(env().DATABASE_URL);
  const stream = await open((await createMember(stage.asked.organisation.id, "editor")).email, fresh);
  const news = { event: "news", data: { unread: 0, latest: null } };
  expect([await stream.next(), await stream.next()]).toEqual([news, news]);
  await db.$executeRaw`
    SELECT pg_terminate_backend("pid") FROM (
      SELECT "pid" FROM pg_stat_activity WHERE "application_name" = 'pomost-live' AND "datname" = current_database() ORDER BY "backend_start" DESC LIMIT 1) AS "newest"`;
  expect([await stream.next(), await stream.next()]).toEqual([{ event: "change", data: {} }, news]);
  await stream.cancel();
  await fresh.close();
});

test("ends with its session, and no other one does", async () => {
  const [mine, elsewhere] = [await open(stage.asked.actor.email), await open(stage.asked.actor.email)];
  await signOut(mine.token);
  expect(await mine.until(() => false)).toBeNull();
  await ask();
  expect(await elsewhere.until(isUnread(1))).not.toBeNull();
  await elsewhere.cancel();
});

test("five of one person are open at a time; one that the browser has left makes room", async () => {
  const { email } = stage.asked.actor;
  const streams = [await open(email), await open(email), await open(email), await open(email), await open(email)];
  expect(streams.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200]);
  expect((await open(email)).response.status).toBe(429);
  streams[0]?.leave();
  const sixth = await open(email);
  expect(sixth.response.status).toBe(200);
  for (const { leave } of [...streams, sixth]) leave();
  const again = await open(email);
  expect(again.response.status).toBe(200);
  await again.cancel();
});

test("a browser that has left before takes no room", async () => {
  const { email } = stage.asked.actor;
  const gone = new AbortController();
  gone.abort();
  expect((await begin(email, gone)).response.status).toBe(499);
  const streams = [await open(email), await open(email), await open(email), await open(email), await open(email)];
  expect(streams.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200]);
  for (const { leave } of streams) leave();
});

test("a stream that is dropped after its end, half read, leaves the count of those that came later", async () => {
  const { email } = stage.asked.actor;
  const leaving = new AbortController();
  const { response } = await begin(email, leaving);
  leaving.abort();
  const later = await open(email);
  await response.body?.cancel();
  const more = [await open(email), await open(email), await open(email), await open(email), await open(email)];
  expect(more.map((one) => one.response.status)).toEqual([200, 200, 200, 200, 429]);
  for (const { leave } of [later, ...more]) leave();
});

test("a server that stops ends all streams and opens none", async () => {
  const streams = [await open(stage.asked.actor.email), await open(stage.asker.actor.email)];
  closeStreams();
  expect(await Promise.all(streams.map(({ until }) => until(() => false)))).toEqual([null, null]);
  expect((await open(stage.asked.actor.email)).response.status).toBe(503);
});

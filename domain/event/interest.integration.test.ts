import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { limits } from "@/domain/limit/rules";
import { NotFound } from "@/domain/result";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { unique } from "@/prisma/factories/unique";
import { askInterest, confirmInterest, tellInterested } from "./commands/ask-interest";
import { type InterestInput, tokenSchema } from "./schema";

let event: Awaited<ReturnType<typeof createEvent>>;

beforeEach(async () => {
  await db.mail.deleteMany();
  await db.eventInterest.deleteMany();
  event = await createEvent({ programmeId: (await createProgramme()).id, registrationOpensAt: null });
});

const input = (data: Partial<InterestInput> = {}): InterestInput => ({ event: event.slug, email: "jan@mail.example", locale: "de", ...data });
const ask = (data: Partial<InterestInput> = {}) => askInterest(input(data), unique("client"));
const mails = () => db.mail.findMany({ orderBy: { createdAt: "asc" }, select: { kind: true, to: true, locale: true, params: true } });

async function sentToken(): Promise<string> {
  const mail = (await mails()).findLast(({ kind }) => kind === "event_interest");
  return z.object({ token: tokenSchema }).parse(mail?.params).token;
}

const open = () => db.event.update({ where: { id: event.id }, data: { registrationOpensAt: addDays(new Date(), -1) } });

test("who asks and confirms is told once when the form opens, and forgotten", async () => {
  expect(await ask()).toEqual({ ok: true, value: { id: event.id } });
  const token = await sentToken();
  expect(await mails()).toEqual([
    { kind: "event_interest", to: "jan@mail.example", locale: "de", params: { event: "Event (de)", token } },
  ]);
  expect(await confirmInterest({ token })).toEqual({ ok: true, value: { eventSlug: event.slug } });
  expect(await confirmInterest({ token })).toEqual({ ok: true, value: { eventSlug: event.slug } });
  expect(await tellInterested()).toBe(0);
  await open();
  const told = await Promise.all([tellInterested(), tellInterested(), tellInterested()]);
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect((await mails()).filter(({ kind }) => kind === "event_open")).toEqual([
    {
      kind: "event_open",
      to: "jan@mail.example",
      locale: "de",
      params: { event: "Event (de)", startsAt: "2027-03-18T12:00:00.000Z", timeZone: "Europe/Berlin", path: `/events/${event.slug}/register` },
    },
  ]);
  expect(await db.eventInterest.count()).toBe(0);
});

test("an address that nobody confirmed is not told", async () => {
  await ask();
  await open();
  expect(await tellInterested()).toBe(0);
  expect((await mails()).map(({ kind }) => kind)).toEqual(["event_interest"]);
});

test("asking again makes a new link; a confirmed address gets the same answer and no mail", async () => {
  const first = await ask();
  const old = await sentToken();
  await ask();
  const token = await sentToken();
  expect(token).not.toBe(old);
  expect(await confirmInterest({ token: old })).toEqual({ ok: false, reason: "link_expired" });
  await confirmInterest({ token });
  expect(await ask()).toEqual(first);
  expect(await mails()).toHaveLength(2);
});

test("a link is good for a week, then the address is forgotten", async () => {
  await ask();
  const token = await sentToken();
  await db.eventInterest.updateMany({ data: { createdAt: addDays(new Date(), -7) } });
  expect(await confirmInterest({ token })).toEqual({ ok: false, reason: "link_expired" });
  await tellInterested();
  expect(await db.eventInterest.count()).toBe(0);
});

test("there is nothing to wait for once the form is open or closed, or of an unknown event", async () => {
  await open();
  expect(await ask()).toEqual({ ok: false, reason: "form_is_open" });
  await db.event.update({ where: { id: event.id }, data: { registrationClosesAt: addDays(new Date(), -0.5) } });
  expect(await ask()).toEqual({ ok: false, reason: "form_closed" });
  await expect(ask({ event: "no-such-event" })).rejects.toThrow(NotFound);
});

test("one client, or one address, asks so many times an hour", async () => {
  const { points } = limits.interest;
  const client = unique("client");
  for (let count = 0; count < points; count += 1) await askInterest(input({ email: `${unique("a")}@mail.example` }), client);
  expect(await askInterest(input({ email: `${unique("a")}@mail.example` }), client)).toEqual({ ok: false, reason: "too_many_attempts" });
  const email = `${unique("b")}@mail.example`;
  for (let count = 0; count < points; count += 1) await ask({ email });
  expect(await ask({ email })).toEqual({ ok: false, reason: "too_many_attempts" });
});

test("only the hash of a token is stored", async () => {
  await ask();
  expect(JSON.stringify(await db.eventInterest.findMany())).not.toContain(await sentToken());
});

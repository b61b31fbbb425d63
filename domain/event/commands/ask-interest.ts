import { createHash, randomBytes } from "node:crypto";
import type { Locale } from "@/domain/input";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { aboutEvent } from "@/domain/mail/rules";
import { found, ok, refuse, type Result } from "@/domain/result";
import { addDays } from "@/domain/time";
import { db, type Tx } from "@/prisma/client";
import { chooseText, formState } from "../rules";
import { interestDays, type InterestInput } from "../schema";

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const eventSelect = {
  id: true,
  programmeId: true,
  slug: true,
  startsAt: true,
  timeZone: true,
  cancelledAt: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  texts: { select: { locale: true, title: true } },
} as const;

function titleOf(texts: readonly { locale: Locale; title: string }[], locale: Locale): string {
  return chooseText(texts, locale)?.title ?? "";
}

/** A new link for an address that is new or has not been confirmed; false where it has been. */
async function storeInterest(tx: Tx, eventId: string, { email, locale }: InterestInput, tokenHash: string): Promise<boolean> {
  const made = await tx.eventInterest.createMany({ data: [{ eventId, email, locale, tokenHash }], skipDuplicates: true });
  if (made.count > 0) return true;
  const data = { tokenHash, locale, createdAt: new Date() };
  const renewed = await tx.eventInterest.updateMany({ where: { eventId, email, confirmedAt: null }, data });
  return renewed.count > 0;
}

/**
 * Somebody, signed in or not, wants to be told when the form opens. A mail with a link confirms the address; one that
 * is confirmed already gets none, and the answer is the same.
 * @param client who asks, as domain/limit/rules.ts names clients
 * Refusals: "form_is_open" (nothing to wait for), "form_closed", "event_cancelled", "too_many_attempts". Throws NotFound.
 */
export async function askInterest(input: InterestInput, client: string): Promise<Result<{ id: string }, "form_is_open" | "form_closed" | "event_cancelled" | "too_many_attempts">> {
  const event = found(await db.event.findUnique({ where: { slug: input.event }, select: eventSelect }));
  const form = formState(event, { capacity: null, held: 0, waiting: 0 }, new Date());
  if (form === "cancelled") return refuse("event_cancelled");
  if (form !== "soon") return refuse(form === "closed" ? "form_closed" : "form_is_open");
  const isAllowed = (await takePoint("interest", client)) && (await takePoint("interest", input.email));
  if (!isAllowed) return refuse("too_many_attempts");
  const token = randomBytes(32).toString("base64url");
  return db.$transaction(async (tx) => {
    if (await storeInterest(tx, event.id, input, hash(token))) {
      const params = { event: titleOf(event.texts, input.locale), token };
      const about = aboutEvent(event);
      await enqueueMail(tx, { kind: "event_interest", key: `event_interest/${hash(token)}`, to: input.email, userId: null, locale: input.locale, params, about });
    }
    return ok({ id: event.id });
  });
}

/**
 * Confirms the address that the link was sent to. Twice is the same as once.
 * Refusals: "link_expired" (too old, or never sent).
 */
export async function confirmInterest(input: { token: string }): Promise<Result<{ eventSlug: string }, "link_expired">> {
  const now = new Date();
  const [interest] = await db.eventInterest.updateManyAndReturn({
    where: { tokenHash: hash(input.token), createdAt: { gt: addDays(now, -interestDays) } },
    data: { confirmedAt: now },
    select: { event: { select: { slug: true } } },
  });
  return interest ? ok({ eventSlug: interest.event.slug }) : refuse("link_expired");
}

/** Mails of one round. */
const most = 500;

/** Forgets addresses that nobody confirmed in time, and those of forms that will not open any more. */
async function forgetStale(now: Date): Promise<void> {
  await db.eventInterest.deleteMany({
    where: { OR: [{ confirmedAt: null, createdAt: { lte: addDays(now, -interestDays) } }, { event: { startsAt: { lte: now } } }, { event: { cancelledAt: { not: null } } }] },
  });
}

/**
 * Tells those who asked that the form has opened, and forgets their addresses; for the worker.
 * @returns how many were told
 */
export async function tellInterested(now: Date = new Date()): Promise<number> {
  await forgetStale(now);
  const interests = await db.eventInterest.findMany({
    where: { confirmedAt: { not: null }, event: { registrationOpensAt: { lte: now }, cancelledAt: null } },
    take: most,
    orderBy: { id: "asc" },
    select: { id: true, email: true, locale: true, event: { select: eventSelect } },
  });
  if (interests.length === 0) return 0;
  return db.$transaction(async (tx) => {
    const mails = interests.map(({ id, email, locale, event }) => ({
      kind: "event_open" as const,
      key: `event_open/${id}`,
      to: email,
      userId: null,
      locale,
      params: {
        event: titleOf(event.texts, locale),
        startsAt: event.startsAt.toISOString(),
        timeZone: event.timeZone,
        path: `/events/${event.slug}/register`,
      },
      about: aboutEvent(event),
    }));
    await enqueueMail(tx, ...mails);
    const told = await tx.eventInterest.deleteMany({ where: { id: { in: interests.map(({ id }) => id) } } });
    return told.count;
  });
}

import { db } from "../client";
import { createStaff } from "./people";
import { createEvent, createProgramme } from "./programme";
import { unique } from "./unique";

const states = ["queued", "sending", "sent", "failed", "dead", "suppressed"] as const;

/** An event with a mail in each state, and one whose link is its recipient's alone; no worker touches them for a day. */
export async function createOutbox() {
  const event = await createEvent({ programmeId: (await createProgramme()).id });
  const moderator = await createStaff("moderator", event.programmeId, event.id);
  const params = { event: "Event", timeZone: event.timeZone, partner: "Żagiel & Söhne", path: `/events/${event.slug}/requests/1` };
  const whose = { programmeId: event.programmeId, eventId: event.id, nextAttemptAt: new Date(Date.now() + 86_400_000) };
  const mails = await db.mail.createManyAndReturn({
    data: [
      ...states.map((state) => ({
        ...whose, key: unique("mail"), kind: "request_accepted", to: `${state}@a-rather-long-name-of-a-company.example`, locale: "pl" as const, params, state,
        attempts: state === "queued" ? 0 : 3,
        sentAt: state === "sent" ? new Date() : null,
        error: state === "failed" || state === "dead" || state === "suppressed" ? "RCPT TO: 550 5.1.1 <nobody@mail.example>: Recipient address rejected: User unknown" : null,
      })),
      { ...whose, key: unique("mail"), kind: "event_link", to: "anna@mail.example", locale: "de" as const, params, state: "sent" as const, sentAt: new Date() },
    ],
    select: { id: true, state: true, kind: true },
  });
  const shown = mails.filter(({ state, kind }) => state === "dead" || kind === "event_link");
  return { event, moderator, path: `/moderation/${event.slug}/outbox`, mails: shown.map(({ id }) => id) };
}

/** A mail that nobody needs, to a new address or this one; the worker sends it. */
export async function createNewsMail(locale: "de" | "pl", to = `${unique("reader")}@mail.example`) {
  const event = await createEvent({ programmeId: (await createProgramme()).id });
  const params = { event: "Event", startsAt: event.startsAt.toISOString(), timeZone: event.timeZone, path: `/events/${event.slug}/register` };
  const { key } = await db.mail.create({ data: { key: unique("mail"), kind: "event_open", to, locale, params, programmeId: event.programmeId, eventId: event.id } });
  return { to, key };
}

/** The worker has found that the reader does not want this mail. */
export async function isUnwanted(key: string): Promise<boolean> {
  return (await db.mail.findUniqueOrThrow({ where: { key }, select: { state: true } })).state === "unwanted";
}

import { createHash } from "node:crypto";
import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import { chooseText } from "@/domain/event/rules";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import { NotFound, ok, Refusal, refuse, requirePerson, type Result, settle } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { audienceOf } from "./access";
import { getAnnouncedEvent } from "./queries";
import { mailKey } from "./rules";
import { type AnnouncementInput, type AnnouncementKey, type AnnouncementText, textsOf } from "./schema";

type Sent = Result<{ id: string }, "nobody_chosen" | "already_sent" | "too_many_attempts">;

/** Texts and audience in one form, to compare. */
function spell({ groups, countries, locales }: { groups: string[]; countries: string[]; locales: string[] }, texts: readonly AnnouncementText[]): string {
  const written = texts.map(({ locale, subject, body }) => [locale, subject, body]).toSorted(([one = ""], [other = ""]) => one.localeCompare(other));
  return JSON.stringify([groups.toSorted(), countries.toSorted(), locales.toSorted(), written]);
}

/** Whoever it goes to, in which of its languages. Answers how many. */
async function storeRecipients(tx: Tx, eventId: string, input: AnnouncementInput): Promise<number> {
  const texts = textsOf(input);
  const [en, de, pl] = (["en", "de", "pl"] as const).map((locale) => chooseText(texts, locale)?.locale ?? locale);
  return tx.$executeRaw`
    INSERT INTO "AnnouncementRecipient" ("announcementId", "registrationId", "locale")
    SELECT ${input.key}::uuid, a."id", (CASE a."locale" WHEN 'en' THEN ${en} WHEN 'de' THEN ${de} ELSE ${pl} END)::"Locale"
    FROM (${audienceOf(eventId, input)}) a`;
}

/** What the form of an announcement answers that is there: the same once more, or that it has changed since. Null where there is none. */
async function answerKnown(tx: Tx, eventId: string, input: AnnouncementInput): Promise<Sent | null> {
  const { key: id } = input;
  const known = await tx.announcement.findUnique({
    where: { id },
    select: { eventId: true, groups: true, countries: true, locales: true, texts: { select: { locale: true, subject: true, body: true } } },
  });
  if (!known) return null;
  const isSame = known.eventId === eventId && spell(known, known.texts) === spell(input, textsOf(input));
  return isSame ? ok({ id }) : refuse("already_sent");
}

/**
 * Sends an announcement to everybody of its audience, as that is now; the worker writes the mails. The input has been
 * checked by its schema. The same form is one announcement.
 * Refusals: "nobody_chosen", "already_sent" (with other texts or to others), "too_many_attempts". Throws NotFound, SignedOut.
 */
export async function sendAnnouncement(actor: Actor, input: AnnouncementInput): Promise<Sent> {
  const { userId } = requirePerson(actor);
  const { id: eventId, programmeId } = await requireModerator(actor, input.event);
  const { key: id, groups, countries, locales } = input;
  const known = await answerKnown(db, eventId, input);
  if (known) return known;
  if (!(await takePoint("announcement", userId))) return refuse("too_many_attempts");
  return settle(db.$transaction(async (tx): Promise<Sent> => {
    const { count } = await tx.announcement.createMany({ data: [{ id, eventId, groups, countries, locales }], skipDuplicates: true });
    if (count === 0) return (await answerKnown(tx, eventId, input)) ?? refuse("already_sent");
    await tx.announcementText.createMany({ data: textsOf(input).map((text) => ({ ...text, announcementId: id })) });
    const recipients = await storeRecipients(tx, eventId, input);
    if (recipients === 0) throw new Refusal<"nobody_chosen">("nobody_chosen");
    await recordAudit(tx, actor, { action: "announcement.send", objectType: "announcement", objectId: id, programmeId, eventId, details: { groups, countries, locales, recipients } });
    return ok({ id });
  }));
}

/**
 * Stops an announcement: what is not on its way to the mail server is not sent, and what did not go out is told nowhere.
 * The worker asks again before each attempt (refreshMail). Twice is the same as once.
 * Throws NotFound, SignedOut.
 */
export async function stopAnnouncement(actor: Actor, input: AnnouncementKey): Promise<Result<{ id: string }, never>> {
  const { id: eventId, programmeId } = await requireModerator(actor, input.event);
  const { id } = input;
  return db.$transaction(async (tx) => {
    // Waits for the worker where that is writing mails of it at this moment.
    const { count } = await tx.announcement.updateMany({ where: { id, eventId, stoppedAt: null }, data: { stoppedAt: new Date() } });
    if (count === 0) {
      if ((await tx.announcement.count({ where: { id, eventId } })) === 0) throw new NotFound("no such announcement of this event");
      return ok({ id });
    }
    const stopped = await tx.mail.updateMany({
      where: { eventId, kind: "announcement", params: { path: ["announcementId"], equals: id }, state: { in: ["queued", "failed", "dead", "suppressed", "unwanted"] } },
      data: { state: "outdated" },
    });
    await recordAudit(tx, actor, { action: "announcement.stop", objectType: "announcement", objectId: id, programmeId, eventId, details: { stopped: stopped.count } });
    return ok({ id });
  });
}

/**
 * Sends the texts to the actor, each language as a mail of its own, to a person and an organisation of examples. The same
 * texts of the same page are sent once. Refusals: "too_many_attempts". Throws NotFound, SignedOut.
 */
export async function tryAnnouncement(actor: Actor, input: AnnouncementInput, example: { person: string; organisation: string }): Promise<Result<{ to: string }, "too_many_attempts">> {
  const { userId, email } = requirePerson(actor);
  const event = await getAnnouncedEvent(actor, input.event);
  if (!(await takePoint("trial_mail", userId))) return refuse("too_many_attempts");
  const { startsAt, timeZone, slug, titleIn } = event;
  await enqueueMail(db, ...textsOf(input).map(({ locale, subject, body }): MailDraft => ({
    kind: "announcement_trial",
    key: `announcement_trial/${userId}/${input.key}/${locale}/${createHash("sha256").update(JSON.stringify([subject, body])).digest("hex")}`,
    to: email,
    userId: null,
    locale,
    params: { subject, body, ...example, event: titleIn(locale), startsAt, timeZone, path: `/events/${slug}` },
    about: aboutEvent(event),
  })));
  return ok({ to: email });
}

/** Mails that are written in one transaction. */
const batch = 100;

async function writeBatch(tx: Tx, id: string): Promise<number> {
  const { event, texts } = await tx.announcement.findUniqueOrThrow({
    where: { id },
    select: {
      texts: { select: { locale: true, subject: true, body: true } },
      event: { select: { id: true, programmeId: true, slug: true, startsAt: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  const recipients = await tx.announcementRecipient.findMany({
    where: { announcementId: id, isWritten: false },
    orderBy: { registrationId: "asc" },
    take: batch,
    select: { locale: true, registrationId: true, registration: { select: { state: true, userId: true, email: true, personName: true, organisation: { select: { name: true } } } } },
  });
  // Whoever has cancelled meanwhile is not written to.
  const present = recipients.filter(({ registration: { state } }) => state !== "cancelled" && state !== "refused");
  await enqueueMail(tx, ...present.flatMap(({ locale, registrationId, registration }): MailDraft[] => {
    const text = chooseText(texts, locale);
    if (!text) return [];
    const { personName: person, email: to, userId, organisation } = registration;
    const { slug, timeZone } = event;
    const params = { announcementId: id, subject: text.subject, body: text.body, person, organisation: organisation.name, event: chooseText(event.texts, locale)?.title ?? "", startsAt: event.startsAt.toISOString(), timeZone, path: `/events/${slug}` };
    return [{ kind: "announcement", key: mailKey(id, registrationId), to, userId, locale, params, about: aboutEvent(event) }];
  }));
  await tx.announcementRecipient.updateMany({ where: { announcementId: id, registrationId: { in: recipients.map(({ registrationId }) => registrationId) } }, data: { isWritten: true } });
  return recipients.length;
}

/**
 * Writes some mails of the oldest announcement that has mails to write; for the worker. Whoever stops it waits for this
 * transaction, and the next one sees that it was stopped; several workers never write for one announcement at once.
 * @returns whether there were any
 */
export async function writeAnnouncements(): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: string }[]>`
      SELECT a."id" FROM "Announcement" a
      WHERE a."stoppedAt" IS NULL AND EXISTS (SELECT 1 FROM "AnnouncementRecipient" r WHERE r."announcementId" = a."id" AND NOT r."isWritten")
      ORDER BY a."createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    return due ? (await writeBatch(tx, due.id)) > 0 : false;
  });
}

import type { Actor, Person } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { settleOpen } from "@/domain/event/access";
import { isCancelled } from "@/domain/event/rules";
import type { FileDefect } from "@/domain/import/schema";
import { spokenLanguages } from "@/domain/input";
import { openInvitation } from "@/domain/membership/commands/invite-member";
import { type Applicant, openRequest } from "@/domain/membership/commands/request-membership";
import { isProgrammeStaff } from "@/domain/programme/rules";
import { writeRegistration } from "@/domain/registration/commands/register-participant";
import { openSelect } from "@/domain/registration/access";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { requireAnswerFile } from "../access";
import { judgeAnswers, readForm } from "../queries/preview-intake";
import type { JudgedAnswer } from "../rules";
import { type Choices, type ConfirmIntakeInput, formVersion } from "../schema";

type IntakeRefusal = FileDefect | "event_over" | "event_cancelled";
type Event = Prisma.EventGetPayload<{ select: typeof openSelect }>;
type Entry = NonNullable<JudgedAnswer["taken"]>;
type Work = { actor: Person; event: Event; choices: Choices; file: string };

/** The lines that are taken over: those that go by themselves, and of those that others decide on the ones that were ticked. */
function chosenEntries(judged: readonly JudgedAnswer[], take: readonly number[]): Entry[] {
  return judged.flatMap(({ report: { line, outcome }, taken }) => (taken && (outcome === "register" || take.includes(line)) ? [taken] : []));
}

/** Languages that were answered, otherwise those of the organisation, otherwise that of the form. */
function languagesOf({ answer, organisation }: Entry, { locale }: Choices) {
  const named = [answer.languages, organisation.languages, [locale]].find((list) => list.length > 0) ?? [];
  return spokenLanguages.filter((language) => named.includes(language));
}

async function register(tx: Tx, { actor: { userId: staffId }, event, choices }: Work, entry: Entry, userId: string) {
  const { answer: { organisation: _name, purposes, ...answer }, organisation } = entry;
  const has = (purpose: (typeof purposes)[number]) => purposes.includes(purpose);
  return writeRegistration(tx, { userId, staffId, textVersion: formVersion }, { ...event, isAdmitted: organisation.isAdmitted }, {
    ...answer,
    hopes: answer.hopes ?? undefined,
    languages: languagesOf(entry, choices),
    locale: choices.locale,
    event: event.slug,
    organisation: organisation.id,
    slots: event.slots.map(({ id }) => id),
    participation: has("participation"),
    contact: has("contact"),
    evidence: has("evidence"),
  });
}

/**
 * Sees to it that the person can act for the organisation: who is to be its first is invited, by staff that decides this;
 * otherwise those who decide are asked. Of two at once the second waits and finds what the first has written.
 */
async function openMembership(tx: Tx, { actor, event: { programmeId } }: Work, organisationId: string, { userId, email, name }: Applicant): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR NO KEY UPDATE`;
  if ((await tx.membership.count({ where: { organisationId, OR: [{ userId }, { email }] } })) > 0) return;
  const { admissions, memberships, ...organisation } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: {
      id: true, slug: true, name: true,
      admissions: { where: { programmeId }, select: { id: true } },
      memberships: { where: { role: "owner" }, select: { state: true } },
    },
  });
  // Staff of the programme decides who acts for an organisation that nobody acts for, not that of one event alone.
  if (isProgrammeStaff(actor, programmeId) && !memberships.some(({ state }) => state === "active")) {
    await openInvitation(tx, actor, { email, role: memberships.length === 0 ? "owner" : "editor", organisation });
    return;
  }
  await openRequest(tx, actor, { userId, email, name }, { organisation: { ...organisation, admissionId: admissions[0]?.id ?? "" }, programmeId });
}

/**
 * Registers one person, with the account that has this address or a new one, which only whoever reads its mails can enter.
 * Null where the person has registered meanwhile.
 */
async function takeOne(tx: Tx, work: Work, entry: Entry) {
  const { answer: { email, personName }, organisation } = entry;
  await tx.user.createMany({ data: [{ email, name: personName, locale: work.choices.locale }], skipDuplicates: true });
  const user = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const registered = await register(tx, work, entry, user.id);
  if (!registered) return null;
  await openMembership(tx, work, organisation.id, { userId: user.id, email, name: personName });
  await tx.importFile.updateMany({ where: { id: work.file }, data: { created: { increment: 1 } } });
  return registered;
}

/**
 * Registers the people of an uploaded file, each as if they had used the portal's form, also after it has closed: with a
 * place where one is free, otherwise at the end of the waiting list, in the order of the lines. Each line is a transaction
 * with its audit entries and mails, as two that register people in different orders must not wait for each other; what was
 * broken off goes on when it is sent again, and whoever is registered is left alone. What the moderator states of the
 * consents is written down first.
 * Refusals: why the file cannot be read, "event_over", "event_cancelled". Throws SignedOut, NotFound.
 */
export async function confirmIntake(actor: Actor, { event: slug, file, take }: ConfirmIntakeInput): Promise<Result<{ created: number }, IntakeRefusal>> {
  const person = requirePerson(actor);
  const { event: place, content, choices } = await requireAnswerFile(actor, slug, file);
  if (isCancelled(place)) return refuse("event_cancelled");
  if (place.endsAt <= new Date()) return refuse("event_over");
  const table = readForm(content);
  if (!table.ok) return table;
  const { judged } = await judgeAnswers(actor, place, table.value, choices);
  const entries = chosenEntries(judged, take);
  const event = await db.event.findUniqueOrThrow({ where: { id: place.id }, select: openSelect });
  await db.$transaction(async (tx) => {
    await tx.importFile.updateMany({ where: { id: file }, data: { importedAt: new Date() } });
    const record = { objectType: "event", objectId: event.id, eventId: event.id, programmeId: event.programmeId };
    await recordAudit(tx, actor, { ...record, action: "intake.confirm", details: { file, lines: entries.length, consentsStated: true } });
  });
  const work = { actor: person, event, choices, file };
  const created = entries.reduce(async (before, entry) => {
    const count = await before;
    return (await db.$transaction((tx) => takeOne(tx, work, entry))) ? count + 1 : count;
  }, Promise.resolve(0));
  return settleOpen<{ created: number }, IntakeRefusal>(created.then((count) => ok({ created: count })));
}

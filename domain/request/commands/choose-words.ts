import type { Locale } from "@/domain/input";
import type { Participant } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import { speakersOf } from "../access";

export type Words = { statementId: string | null; subject: string; subjectLocale: Locale };

type Choice = { subject: string; ownSubject?: string | undefined; ownSubjectLocale?: Locale | undefined };

/** The subject in words: a need or an offer of one of the two, or own words. Null where the text is there no more. */
export async function chooseSubject(organisationIds: readonly string[], choice: Choice): Promise<Words | null> {
  if (choice.subject === "own") {
    const { ownSubject, ownSubjectLocale } = choice;
    if (ownSubject === undefined || ownSubjectLocale === undefined) return null;
    return { statementId: null, subject: ownSubject, subjectLocale: ownSubjectLocale };
  }
  const statement = await db.statement.findFirst({
    where: { id: choice.subject, organisationId: { in: [...organisationIds] } },
    select: { id: true, text: true, locale: true },
  });
  return statement && { statementId: statement.id, subject: statement.text, subjectLocale: statement.locale };
}

/** Registration of who will speak: the actor, or a colleague who takes part as well. Null where there is no such. */
export async function chooseSpeaker({ event, organisationId, registration }: Participant, person: string | undefined): Promise<string | null> {
  if (person === undefined || person === registration.id) return registration.id;
  const colleague = await db.registration.findFirst({
    where: { AND: [speakersOf(event, organisationId), { id: person }] },
    select: { id: true },
  });
  return colleague?.id ?? null;
}

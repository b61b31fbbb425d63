import type { Actor } from "@/domain/actor";
import { requireViewpoint } from "@/domain/directory/access";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { partnerSelect, toPartner } from "@/domain/meeting/queries";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { callsFor } from "../access";
import type { AnswerView, CallView } from "../schema";
import { findCommonEvents } from "./find-event";
import { summarySelect, toSummary } from "./list-calls";

const eventSelect = { slug: true, texts: { select: { locale: true, title: true } } } as const;

const answerSelect = {
  id: true, organisationId: true, userId: true, text: true, locale: true, state: true,
  organisation: { select: partnerSelect },
  meeting: { select: { event: { select: eventSelect } } },
  contacts: { select: { isOfAnswer: true, name: true, email: true, phone: true } },
} as const satisfies Prisma.CallAnswerSelect;

type Row = Prisma.CallAnswerGetPayload<{ select: typeof answerSelect }>;

function toEvent(event: Prisma.EventGetPayload<{ select: typeof eventSelect }>, reader: Locale) {
  const text = chooseText(event.texts, reader);
  return { slug: event.slug, title: text?.title ?? "", locale: text?.locale ?? ("en" as const) };
}

/** The other side's details are shown where the answer was accepted and no event brings the two together. */
function toAnswer({ id, text, locale, state, organisation, meeting, contacts }: Row, isAuthor: boolean, reader: Locale): AnswerView {
  const detailsOf = (isOfAnswer: boolean) => {
    const row = contacts.find((one) => one.isOfAnswer === isOfAnswer);
    return row ? { name: row.name, email: row.email, phone: row.phone } : null;
  };
  const isExchanged = state === "accepted" && meeting === null;
  return {
    id, text, locale, state,
    organisation: toPartner(organisation),
    event: meeting && toEvent(meeting.event, reader),
    contact: isExchanged ? detailsOf(isAuthor) : null,
    ownContact: detailsOf(!isAuthor),
    next: null,
  };
}

type Author = { programmeId: string; organisationId: string; userId: string };

/** The answers as their receiver reads them: with the event at which the two would meet, where one waits. */
async function withNext({ programmeId, ...author }: Author, rows: readonly Row[], reader: Locale): Promise<AnswerView[]> {
  const next = await findCommonEvents(programmeId, author, rows.filter(({ state }) => state === "open"));
  const events = await db.event.findMany({ where: { id: { in: [...next.values()].map(({ eventId }) => eventId) } }, select: { id: true, ...eventSelect } });
  return rows.map((row) => {
    const event = row.state === "open" ? events.find(({ id }) => id === next.get(row.organisationId)?.eventId) : undefined;
    return { ...toAnswer(row, true, reader), next: event ? toEvent(event, reader) : null };
  });
}

/** Answers that a page of a call shows, at the most. */
const most = 100;

/** A call, with all answers for its author and the own one for others. Throws NotFound, SignedOut. */
export async function getCall(actor: Actor, programmeId: string, id: string, reader: Locale): Promise<CallView> {
  const person = requirePerson(actor);
  const place = await requireViewpoint(actor, programmeId);
  const row = found(await db.call.findFirst({ where: { id, ...callsFor(place) }, relationLoadStrategy: "join", select: summarySelect }));
  const call = toSummary(row, place.own.id);
  const rows = await db.callAnswer.findMany({
    where: { callId: id, ...(call.isOwn ? {} : { organisationId: place.own.id }) },
    orderBy: { id: "asc" },
    take: most,
    relationLoadStrategy: "join",
    select: answerSelect,
  });
  const author = { programmeId, organisationId: place.own.id, userId: person.userId };
  const answers = call.isOwn ? await withNext(author, rows, reader) : rows.map((answer) => toAnswer(answer, false, reader));
  return { call, answers, details: { name: person.name ?? "", email: person.email, phone: null } };
}

import type { Actor } from "@/domain/actor";
import { requireViewpoint } from "@/domain/directory/access";
import { partnerSelect, toPartner } from "@/domain/meeting/queries";
import { isProgrammeStaff } from "@/domain/programme/rules";
import { NotFound, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { callsFor } from "../access";
import { stateOf } from "../rules";
import type { CallSummary, ReportedCall } from "../schema";

/** What a call shows: hand the row to `toSummary`. */
export const summarySelect = {
  id: true, text: true, locale: true, closesAt: true, createdAt: true, hiddenAt: true, organisationId: true,
  organisation: { select: partnerSelect },
  fields: { select: { fieldCode: true } },
  answers: { select: { organisationId: true, state: true } },
} as const satisfies Prisma.CallSelect;

/** Of the answers of others, only how many there are is told, and that to the author alone. */
export function toSummary({ organisation, organisationId, fields, answers, hiddenAt, ...row }: Prisma.CallGetPayload<{ select: typeof summarySelect }>, ownId: string): CallSummary {
  const isOwn = organisationId === ownId;
  return {
    ...row,
    organisation: toPartner(organisation),
    isOwn,
    fields: fields.map(({ fieldCode }) => fieldCode),
    state: stateOf({ hiddenAt, closesAt: row.closesAt }, new Date()),
    answers: isOwn ? answers.length : 0,
    open: isOwn ? answers.filter(({ state }) => state === "open").length : 0,
    ownAnswer: answers.find((answer) => answer.organisationId === ownId)?.state ?? null,
  };
}

const most = 200;

/** Own calls, the newest first, and those of others that are open or were answered, the next to close first. Throws NotFound, SignedOut. */
export async function listCalls(actor: Actor, programmeId: string): Promise<{ own: CallSummary[]; others: CallSummary[] }> {
  const place = await requireViewpoint(actor, programmeId);
  const rows = await db.call.findMany({
    where: { AND: [callsFor(place), { OR: [{ organisationId: place.own.id }, { closesAt: { gt: new Date() } }, { answers: { some: { organisationId: place.own.id } } }] }] },
    orderBy: [{ closesAt: "desc" }, { id: "desc" }],
    take: most,
    relationLoadStrategy: "join",
    select: summarySelect,
  });
  const calls = rows.map((row) => toSummary(row, place.own.id));
  const ranked = (state: CallSummary["state"]) => (state === "open" ? 0 : 1);
  return {
    own: calls.filter(({ isOwn }) => isOwn),
    others: calls.filter(({ isOwn }) => !isOwn).toSorted((a, b) => ranked(a.state) - ranked(b.state) || a.closesAt.getTime() - b.closesAt.getTime()),
  };
}

/** Calls of a programme for its staff: reported ones first, then hidden ones, then the newest. Throws NotFound, SignedOut. */
export async function listReported(actor: Actor, programmeId: string): Promise<ReportedCall[]> {
  requirePerson(actor);
  if (!isProgrammeStaff(actor, programmeId)) throw new NotFound("not staff of this programme");
  const rows = await db.call.findMany({
    where: { programmeId },
    orderBy: [{ reports: { _count: "desc" } }, { hiddenAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      id: true, text: true, locale: true, hiddenAt: true, closesAt: true,
      organisation: { select: { slug: true, name: true } },
      reports: { orderBy: { createdAt: "asc" }, select: { text: true, createdAt: true, reporter: { select: { name: true } } } },
    },
  });
  return rows.map(({ hiddenAt, reports, ...row }) => ({ ...row, isHidden: hiddenAt !== null, reports: reports.map(({ reporter, ...report }) => ({ ...report, reporter: reporter.name })) }));
}

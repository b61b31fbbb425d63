import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { moves } from "../rules";
import type { AnsweredState, DeclineCode, RequestState } from "../schema";
import { type Letter, letterSelect, mailsAbout } from "./write-letters";

export type Change = {
  to: AnsweredState;
  /** Acting organisation; left out where the portal acts. */
  by?: string;
  code?: DeclineCode | null;
  text?: string | null;
  /** Another mail tells of it. */
  isQuiet?: boolean;
  /** Registration that will speak for the recipient. */
  recipientPersonId?: string;
};

/** Columns that the guard may compare. Conditions on other tables would be read before the row's lock is held. */
export type Guard = Pick<Prisma.MeetingRequestWhereInput, "id" | "eventId" | "requesterId" | "recipientId" | "expiresAt">;

const auditActions: Record<AnsweredState, string> = {
  accepted: "request.accept",
  declined: "request.decline",
  withdrawn: "request.withdraw",
  expired: "request.expire",
};

function sourcesOf(to: AnsweredState): RequestState[] {
  return (Object.keys(moves) as RequestState[]).filter((from) => moves[from].includes(to));
}

/**
 * The one door through which a request's state changes: the conditional update decides who was first, and in the
 * same transaction follow the audit entry and the mails.
 * @returns the requests that changed; empty where somebody else was faster
 */
export async function changeState(tx: Tx, actor: Actor, guard: Guard, { to, by, code, text, isQuiet = false, recipientPersonId }: Change): Promise<Letter[]> {
  const changed = await tx.meetingRequest.updateManyAndReturn({
    where: { ...guard, state: { in: sourcesOf(to) } },
    data: {
      state: to,
      answeredAt: new Date(),
      ...(to === "declined" ? { declineCode: code ?? null, declineText: text ?? null } : {}),
      ...(recipientPersonId ? { recipientPersonId } : {}),
    },
    select: { id: true },
  });
  if (changed.length === 0) return [];
  const letters = await tx.meetingRequest.findMany({
    where: { id: { in: changed.map(({ id }) => id) } },
    relationLoadStrategy: "join",
    select: letterSelect,
  });
  const records = letters.map(({ id, eventId }) => ({
    action: auditActions[to],
    objectType: "meeting_request",
    objectId: id,
    eventId,
    organisationId: by ?? null,
    details: code ? { code } : {},
  }));
  await recordAudit(tx, actor, ...records);
  if (!isQuiet) await enqueueMail(tx, ...letters.flatMap((letter) => mailsAbout(letter, to)));
  return letters;
}

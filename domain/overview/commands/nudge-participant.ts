import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent, requireModerator } from "@/domain/event/access";
import { chooseText } from "@/domain/event/rules";
import { enqueueMail } from "@/domain/mail/commands";
import { aboutEvent } from "@/domain/mail/rules";
import { participantsOf } from "@/domain/registration/access";
import { found, ok, refuse, type Result, settle } from "@/domain/result";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { loadRisks } from "../queries/load-risks";
import { canNudge } from "../rules";
import { nudgeDays, type NudgeInput, type RiskCause } from "../schema";

export type NudgeRefusal = "event_cancelled" | "not_at_risk";

const pathOf: Record<RiskCause, (event: string, organisation: string) => string> = {
  profile: (_, organisation) => `/organisations/${organisation}/offers`,
  time: (event) => `/events/${event}/register`,
  unanswered: (event) => `/events/${event}/requests`,
  meeting: (event) => `/events/${event}/partners`,
};

/**
 * Reminds a participant by mail of what puts the organisation at risk: once for each cause in a few days, however often it
 * is asked for. Answers whether a mail was written now.
 * Refusals: "event_cancelled", "not_at_risk" (it is solved by now, or the event is over). Throws NotFound, SignedOut.
 */
export async function nudgeParticipant(actor: Actor, { event: slug, registration: id, cause }: NudgeInput): Promise<Result<{ isWritten: boolean }, NudgeRefusal>> {
  const event = await requireModerator(actor, slug);
  const reader = found(await db.registration.findFirst({
    where: { AND: [participantsOf(event), { id }] },
    relationLoadStrategy: "join",
    select: { id: true, userId: true, email: true, locale: true, organisation: { select: { slug: true, name: true } }, event: { select: { texts: { select: { locale: true, title: true } } } } },
  }));
  if (!canNudge(event, new Date())) return refuse("not_at_risk");
  const risk = (await loadRisks(event)).find(({ registrationId }) => registrationId === id);
  if (!risk?.causes.includes(cause)) return refuse("not_at_risk");
  return settle(db.$transaction(async (tx): Promise<Result<{ isWritten: boolean }, NudgeRefusal>> => {
    await holdOpenEvent(tx, event.id, "share");
    const about = `participant_nudge/${cause}/${id}/`;
    const earlier = await tx.mail.findMany({ where: { eventId: event.id, key: { startsWith: about } }, select: { key: true, createdAt: true } });
    if (earlier.some(({ createdAt }) => createdAt > addDays(new Date(), -nudgeDays))) return ok({ isWritten: false });
    // Old mails are forgotten, so that their number says nothing. Whoever asks at the same moment finds the same, and so has the same key.
    const last = Math.max(0, ...earlier.map(({ key }) => Number(key.slice(about.length))));
    const written = await enqueueMail(tx, {
      kind: "participant_nudge",
      key: `${about}${last + 1}`,
      to: reader.email,
      userId: reader.userId,
      locale: reader.locale,
      params: { event: chooseText(reader.event.texts, reader.locale)?.title ?? "", organisation: reader.organisation.name, cause, count: risk.waiting, path: pathOf[cause](event.slug, reader.organisation.slug) },
      about: aboutEvent(event),
    });
    if (written > 0) await recordAudit(tx, actor, { action: "participant.nudge", objectType: "registration", objectId: id, eventId: event.id, details: { cause } });
    return ok({ isWritten: written > 0 });
  }));
}

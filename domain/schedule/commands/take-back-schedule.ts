import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { lettersOfChanges } from "@/domain/calendar/commands/write-letters";
import { holdOpenEvent, requireModerator } from "@/domain/event/access";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, type Result, settle } from "@/domain/result";
import { db } from "@/prisma/client";
import { loadLatest, loadSeated } from "../queries/load-release";
import type { TakeBackInput } from "../schema";
import { lettersOfTakingBack } from "./write-letters";

/**
 * Takes the latest version back: nobody has a time any more, the draft stays. Twice is the same as once.
 * Refusals: "event_cancelled", "changed_meanwhile" (it is not the latest). Throws NotFound, SignedOut.
 */
export async function takeBackSchedule(actor: Actor, input: TakeBackInput): Promise<Result<{ number: number }, "event_cancelled" | "changed_meanwhile">> {
  const event = await requireModerator(actor, input.event);
  return settle(db.$transaction(async (tx) => {
    await holdOpenEvent(tx, event.id);
    const latest = await loadLatest(tx, event.id);
    if (latest?.number !== input.number) return refuse("changed_meanwhile");
    if (latest.takenBackAt !== null) return ok({ number: latest.number });
    const seated = await loadSeated(tx, event.id);
    await tx.scheduleVersion.update({ where: { id: latest.id }, data: { takenBackAt: new Date() } });
    await tx.seat.deleteMany({ where: { meeting: { eventId: event.id } } });
    await recordAudit(tx, actor, {
      action: "schedule.take_back",
      objectType: "schedule_version",
      objectId: latest.id,
      eventId: event.id,
      details: { number: latest.number },
    });
    const meetingIds = seated.map(({ meetingId }) => meetingId);
    const cancellations = await lettersOfChanges(tx, await noteChanges(tx, { meetingIds }));
    await enqueueMail(tx, ...(await lettersOfTakingBack(tx, { eventId: event.id, version: latest, meetingIds })), ...cancellations);
    return ok({ number: latest.number });
  }));
}

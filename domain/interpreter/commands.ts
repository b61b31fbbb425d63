import type { Actor } from "@/domain/actor";
import { type AuditRecord, recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import { lockEvent } from "@/domain/meeting/commands";
import { found, NotFound, ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { canTranslate } from "./rules";
import type { AddInterpreterInput, ChangeInterpreterInput, ChooseInput, InterpreterKey } from "./schema";

/** Interpreters that one event may have. */
const most = 100;

type Saved = { id: string };

function entry({ id: eventId, programmeId }: InsideEvent, action: string, id: string): AuditRecord {
  return { action: `interpreter.${action}`, objectType: "interpreter", objectId: id, programmeId, eventId };
}

/** Throws NotFound where one of the slots is another event's. */
async function requireSlots(tx: Tx, eventId: string, slotIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(slotIds)];
  if ((await tx.slot.count({ where: { eventId, id: { in: wanted } } })) < wanted.length) throw new NotFound("no such slot in this event");
  return wanted;
}

/**
 * Puts an interpreter on the event's list. A name is there once: sent twice, it is added once.
 * Refusals: "interpreter_name_taken" (field `name`), "too_many_interpreters". Throws NotFound, SignedOut.
 */
export async function addInterpreter(actor: Actor, input: AddInterpreterInput): Promise<Result<Saved, "interpreter_name_taken" | "too_many_interpreters">> {
  const event = await requireModerator(actor, input.event);
  return db.$transaction(async (tx) => {
    await lockEvent(tx, event.id);
    const names = await tx.interpreter.findMany({ where: { eventId: event.id }, select: { name: true } });
    if (names.some(({ name }) => name === input.name)) return refuse("interpreter_name_taken");
    if (names.length >= most) return refuse("too_many_interpreters");
    const slotIds = await requireSlots(tx, event.id, input.slots);
    const { name, languages, email } = input;
    const { id } = await tx.interpreter.create({
      data: { eventId: event.id, name, languages, email: email ?? null, slots: { create: slotIds.map((slotId) => ({ slotId })) } },
      select: { id: true },
    });
    await recordAudit(tx, actor, entry(event, "add", id));
    return ok({ id });
  });
}

/**
 * Changes name, languages, address or slots. What is released stays until the next release.
 * Refusals: "changed_meanwhile", "interpreter_name_taken" (field `name`). Throws NotFound, SignedOut.
 */
export async function changeInterpreter(actor: Actor, input: ChangeInterpreterInput): Promise<Result<Saved, "changed_meanwhile" | "interpreter_name_taken">> {
  const event = await requireModerator(actor, input.event);
  const { id, name, languages, email } = input;
  return db.$transaction(async (tx) => {
    await lockEvent(tx, event.id);
    const { version } = found(await tx.interpreter.findFirst({ where: { id, eventId: event.id }, select: { version: true } }));
    if (version !== input.version) return refuse("changed_meanwhile");
    if ((await tx.interpreter.count({ where: { eventId: event.id, name, id: { not: id } } })) > 0) return refuse("interpreter_name_taken");
    const slotIds = await requireSlots(tx, event.id, input.slots);
    await tx.interpreterSlot.deleteMany({ where: { interpreterId: id } });
    await tx.interpreterSlot.createMany({ data: slotIds.map((slotId) => ({ interpreterId: id, slotId })) });
    await tx.interpreter.update({ where: { id }, data: { name, languages, email: email ?? null, version: { increment: 1 } } });
    await recordAudit(tx, actor, entry(event, "change", id));
    return ok({ id });
  });
}

/**
 * Takes somebody off the list, with name and address; versions keep only that there was an interpreter.
 * Refusals: "interpreter_in_use" (has meetings in the schedule that is out). Throws NotFound, SignedOut.
 */
export async function removeInterpreter(actor: Actor, input: InterpreterKey): Promise<Result<Saved, "interpreter_in_use">> {
  const event = await requireModerator(actor, input.event);
  const { id } = input;
  return db.$transaction(async (tx) => {
    await lockEvent(tx, event.id);
    if ((await tx.seat.count({ where: { resourceKind: "interpreter", resourceId: id, meeting: { eventId: event.id } } })) > 0) return refuse("interpreter_in_use");
    const { count } = await tx.interpreter.deleteMany({ where: { id, eventId: event.id } });
    if (count === 0) throw new NotFound("no such interpreter in this event");
    await recordAudit(tx, actor, entry(event, "remove", id));
    return ok({ id });
  });
}

/**
 * Fixes who translates in a meeting, or leaves it to the best assignment again. Holds from the next release on; what
 * cannot hold in the meeting's slot is shown, and somebody else translates.
 * Refusals: "cannot_translate" (speaks not the languages of both sides). Throws NotFound, SignedOut.
 */
export async function chooseInterpreter(actor: Actor, input: ChooseInput): Promise<Result<Saved, "cannot_translate">> {
  const event = await requireModerator(actor, input.event);
  const { meeting: meetingId, interpreter: interpreterId } = input;
  return db.$transaction(async (tx) => {
    await lockEvent(tx, event.id);
    const { sides } = found(await tx.meeting.findFirst({
      where: { id: meetingId, eventId: event.id, state: "agreed" },
      select: { sides: { select: { registration: { select: { languages: true } } } } },
    }));
    const record = (id: string | null) => recordAudit(tx, actor, {
      action: "interpreter.choose", objectType: "meeting", objectId: meetingId, programmeId: event.programmeId, eventId: event.id, details: { interpreterId: id },
    });
    if (interpreterId === undefined) {
      await tx.interpreterChoice.deleteMany({ where: { meetingId } });
      await record(null);
      return ok({ id: meetingId });
    }
    const interpreter = found(await tx.interpreter.findFirst({ where: { id: interpreterId, eventId: event.id }, select: { languages: true } }));
    const [left = [], right = []] = sides.map(({ registration }) => registration.languages);
    if (!canTranslate(interpreter, { left, right })) return refuse("cannot_translate");
    await tx.interpreterChoice.upsert({ where: { meetingId }, create: { meetingId, interpreterId }, update: { interpreterId } });
    await record(interpreterId);
    return ok({ id: meetingId });
  });
}

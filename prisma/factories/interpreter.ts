import { db } from "../client";
import type { Prisma } from "../generated/client";
import { createPool } from "./schedule";

type Event = { id: string; slots: { id: string }[] };
type Data = Partial<Omit<Prisma.InterpreterUncheckedCreateInput, "eventId" | "slots">> & { name: string };

/** An interpreter between German and Polish who is there in all slots, or in those with these positions from 0. */
export function createInterpreter(event: Event, data: Data, positions = event.slots.map((_, index) => index)) {
  const slots = positions.map((position) => ({ slotId: event.slots[position]?.id ?? "" }));
  return db.interpreter.create({ data: { eventId: event.id, languages: ["de", "pl"], slots: { create: slots }, ...data } });
}

/** A pool in which every meeting is between somebody who speaks Polish alone and somebody who speaks German alone. */
export async function createForeignPool(count: 4 | 6 | 8, data: Parameters<typeof createPool>[1] = {}) {
  const pool = await createPool(count, data);
  for (const [index, { registration }] of pool.participants.entries()) {
    await db.registration.update({ where: { id: registration.id }, data: { languages: [index % 2 === 0 ? "pl" : "de"] } });
  }
  return pool;
}

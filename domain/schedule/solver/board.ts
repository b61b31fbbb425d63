import type { Compiled, Conversation } from "./compile";
import { Sharing } from "./sharing";

/** Where every meeting stands during the search. Everything is an index of the compiled problem. */
export class Board {
  readonly #meetings: readonly Conversation[];
  /** The meeting of a participant in a slot. */
  readonly #busy: Map<number, number>[];
  readonly #rooms: Sharing[];
  readonly #interpreters: Sharing[];
  readonly #inSlot: Set<number>[];
  readonly #slotOf = new Map<number, number>();

  constructor({ slots, participants, meetings, roomCounts, interpreterCounts }: Compiled) {
    this.#meetings = meetings;
    this.#busy = participants.map(() => new Map<number, number>());
    this.#inSlot = slots.map(() => new Set<number>());
    this.#rooms = slots.map((_, slot) => new Sharing((meeting) => meetings[meeting]?.rooms(slot) ?? [], roomCounts[slot] ?? 0));
    this.#interpreters = slots.map((_, slot) => new Sharing((meeting) => meetings[meeting]?.interpreters(slot) ?? [], interpreterCounts[slot] ?? 0));
  }

  slotOf(meeting: number): number | undefined {
    return this.#slotOf.get(meeting);
  }

  roomOf(meeting: number): number | undefined {
    return this.#rooms[this.#slotOf.get(meeting) ?? -1]?.thingOf(meeting);
  }

  interpreterOf(meeting: number): number | undefined {
    return this.#interpreters[this.#slotOf.get(meeting) ?? -1]?.thingOf(meeting);
  }

  /** The meetings of a slot. */
  meetingsIn(slot: number): readonly number[] {
    return [...(this.#inSlot[slot] ?? [])];
  }

  isAnybodyBusy(meeting: number, slot: number): boolean {
    return this.#people(meeting).some((person) => this.#busy[person]?.has(slot));
  }

  hasInterpreter(meeting: number, slot: number): boolean {
    return !this.#needsInterpreter(meeting) || (this.#interpreters[slot]?.hasPlace(meeting) ?? false);
  }

  /** Places a meeting whose participants are there in that slot. False: something is taken, and nothing has changed. */
  place(meeting: number, slot: number): boolean {
    if (this.isAnybodyBusy(meeting, slot) || !this.#rooms[slot]?.add(meeting)) return false;
    if (this.#needsInterpreter(meeting) && !this.#interpreters[slot]?.add(meeting)) {
      this.#rooms[slot].remove(meeting);
      return false;
    }
    for (const person of this.#people(meeting)) this.#busy[person]?.set(slot, meeting);
    this.#inSlot[slot]?.add(meeting);
    this.#slotOf.set(meeting, slot);
    return true;
  }

  /** Keeps free what an impossible pin holds, so that nothing else is placed on top of it. */
  block(meeting: number, slot: number): void {
    this.#rooms[slot]?.add(meeting);
    for (const person of this.#people(meeting)) {
      if (!this.#busy[person]?.has(slot)) this.#busy[person]?.set(slot, meeting);
    }
  }

  #people(meeting: number): readonly number[] {
    return this.#meetings[meeting]?.participants ?? [];
  }

  #needsInterpreter(meeting: number): boolean {
    return (this.#meetings[meeting]?.interpretation.length ?? 0) > 0;
  }
}

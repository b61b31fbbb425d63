import { createHmac } from "node:crypto";
import type { RoomKind } from "@/domain/event/schema";

/** Hexadecimal digits that nobody can guess: 80 bits. */
const secretLength = 20;

type Meeting = {
  event: { slug: string; videoAddress: string | null; videoKey: string };
  slot: { number: number };
  room: { id: string; number: number; kind: RoomKind; url: string | null };
};

/**
 * The link at which a meeting is held: the room's own, or one that is made for the slot and the room, so that whoever
 * met there before does not come back into somebody else's meeting; null where neither is.
 */
export function makeLink({ event, slot, room }: Meeting): string | null {
  if (room.url !== null || room.kind !== "video" || event.videoAddress === null) return room.url;
  const secret = createHmac("sha256", event.videoKey).update(`${slot.number} ${room.id}`).digest("hex").slice(0, secretLength);
  return event.videoAddress.replace("{name}", `${event.slug}-${slot.number}-${room.number}-${secret}`);
}

import type { DraftMeeting, DraftPerson, DraftPlacement } from "@/domain/schedule/schema";

// Drafts without a database, for tests of rules and of the solver.

/** Three slots of an event from 11 to 14 o'clock. */
export const draftSlots = [1, 2, 3].map((number) => ({
  id: `s${number}`,
  number,
  startsAt: new Date(`2027-03-18T1${number}:00:00Z`),
  endsAt: new Date(`2027-03-18T1${number}:14:00Z`),
}));

/** Somebody who is free in all slots. */
export const draftPerson = (id: string, more: Partial<DraftPerson> = {}): DraftPerson => ({
  id: `reg-${id}`,
  userId: id,
  personName: id,
  organisation: { id: `org-${id}`, name: id, slug: id, country: "PL" },
  languages: ["en"],
  interpreterNeeded: false,
  takesPart: true,
  slotIds: draftSlots.map((slot) => slot.id),
  elsewhereSlotIds: [],
  missedSlotIds: [],
  ...more,
});

export const draftMeeting = (id: string, sides: DraftPerson[], more: Partial<DraftMeeting> = {}): DraftMeeting => ({
  id, origin: "request", isCancelled: false, subject: "Harbours", subjectLocale: "en", sides, chosenInterpreterId: null, interpreterId: null, ...more,
});

export const draftPlacement = (meetingId: string, slotId: string, roomId = "r1", isLocked = false): DraftPlacement => ({ meetingId, slotId, roomId, isLocked, version: 1 });

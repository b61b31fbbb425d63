import { z } from "zod";

const idSchema = z.string().min(1).max(100);
const idsSchema = z.array(idSchema);
const countSchema = z.int().min(0).max(1_000_000);

/** A span in which meetings take place, in minutes from any origin that the problem keeps. Slots do not overlap. */
const slotSchema = z.strictObject({
  id: idSchema,
  startsAt: z.number(),
  endsAt: z.number(),
  session: idSchema.nullable().default(null).describe("Part of the day to which the slot belongs, such as the morning."),
});

const participantSchema = z.strictObject({
  id: idSchema,
  unavailable: idsSchema.default([]).describe("Slots in which it is not there."),
  restMinutes: countSchema.default(0).describe("At least so many minutes lie between two of its meetings."),
});

const roomSchema = z.strictObject({
  id: idSchema,
  unavailable: idsSchema.default([]),
  capacity: countSchema.nullable().default(null).describe("How many participants it holds; null: any number."),
  kind: idSchema.nullable().default(null),
});

const interpreterSchema = z.strictObject({ id: idSchema, unavailable: idsSchema.default([]), languages: idsSchema });

const meetingSchema = z.strictObject({
  id: idSchema,
  participants: idsSchema.min(1).describe("Two or more; a person, or an organisation that is in one meeting at a time."),
  weight: z.int().min(1).max(1000).default(1).describe("How much it is worth to place it."),
  slots: idsSchema.nullable().default(null).describe("The slots that it may have; null: any."),
  session: idSchema.nullable().default(null).describe("The session in which it has to be; null: any."),
  rooms: idsSchema.nullable().default(null).describe("The rooms that it may have; null: any."),
  roomKinds: idsSchema.nullable().default(null).describe("The kinds of room that it may have; null: any."),
  pinned: z
    .strictObject({ slot: idSchema, room: idSchema.nullable().default(null) })
    .nullable()
    .default(null)
    .describe("Decided already: there, or nowhere. A room of null: any that is free."),
  after: idsSchema.default([]).describe("Meetings that have to be in earlier slots, where both take place."),
  interpretation: idsSchema.default([]).describe("Languages that its interpreter has to speak; empty: it needs none."),
});

/**
 * What the solver is given, as plain data: it can be written to a file as JSON and read back. Everything is named by
 * an id. The order of the lists means nothing, but for `slots`, which stand in the order of time, and `rooms`, of which
 * the first ones are taken first.
 */
export const problemSchema = z.strictObject({
  slots: z.array(slotSchema),
  participants: z.array(participantSchema),
  rooms: z.array(roomSchema),
  interpreters: z.array(interpreterSchema).default([]),
  meetings: z.array(meetingSchema),
  fairness: countSchema.nullable().default(null).describe("The numbers of breaks of any two participants differ by at most so many; null: by any number."),
  seed: z.int().min(0).max(2_147_483_647).default(1).describe("The same problem with the same seed has the same answer."),
});

export type Problem = z.output<typeof problemSchema>;
/** A problem as it may be written, with what is usual left out. */
export type ProblemInput = z.input<typeof problemSchema>;
export type Slot = Problem["slots"][number];
export type Participant = Problem["participants"][number];
export type Room = Problem["rooms"][number];
export type Interpreter = Problem["interpreters"][number];
export type Meeting = Problem["meetings"][number];

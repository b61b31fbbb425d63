import { z } from "zod";
import { idSchema, slugSchema, textSchema } from "@/domain/input";

export const meetingOrigins = ["request", "pairing"] as const;
export type MeetingOrigin = (typeof meetingOrigins)[number];

export const meetingStates = ["agreed", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

/** `reason`: own words to the other side. */
export const cancelMeetingSchema = z.object({
  event: slugSchema,
  id: idSchema,
  reason: textSchema({ max: 500 }).optional(),
});
export type CancelMeetingInput = z.output<typeof cancelMeetingSchema>;

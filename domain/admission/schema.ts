import { z } from "zod";
import { idSchema, type Locale, slugSchema, textSchema } from "@/domain/input";
import type { OrganisationType } from "@/domain/organisation/schema";

/** Where an organisation's way into a programme stands. */
export const admissionStates = ["pending", "returned", "approved", "refused"] as const;
export type AdmissionState = (typeof admissionStates)[number];

/** What a moderator can decide. */
export const decisions = ["approved", "returned", "refused"] as const;
export type Decision = (typeof decisions)[number];

const seenSchema = z.object({
  admission: idSchema,
  /** The state that the moderator saw: a decision on anything else does not count. */
  seen: z.enum(admissionStates),
});
const reason = textSchema({ min: 5, max: 1000 });

/** Asking back and refusing need a reason, which the organisation reads. */
export const decideAdmissionSchema = z.discriminatedUnion("decision", [
  seenSchema.extend({ decision: z.literal("approved") }),
  seenSchema.extend({ decision: z.literal("returned"), reason }),
  seenSchema.extend({ decision: z.literal("refused"), reason }),
]);
export type DecideAdmissionInput = z.output<typeof decideAdmissionSchema>;

export const resubmitSchema = z.object({ organisation: slugSchema });

/** An organisation in the moderators' queue. */
export type QueueEntry = {
  id: string;
  state: AdmissionState;
  createdAt: Date;
  decidedAt: Date | null;
  isOutsideRegion: boolean;
  /** Other organisations of the programme with a similar name. */
  namesakes: string[];
  programme: { id: string; timeZone: string; texts: { locale: Locale; name: string }[] };
  organisation: { id: string; slug: string; name: string; type: OrganisationType; country: string; region: string; isDemo: boolean };
};

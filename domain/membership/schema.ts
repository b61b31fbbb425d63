import { z } from "zod";
import { emailSchema, idSchema, slugSchema } from "@/domain/input";

/** Owners also look after the people; both look after the profile and act in events. */
export const membershipRoles = ["owner", "editor"] as const;
export type MembershipRole = (typeof membershipRoles)[number];

/** Asked by an owner, asking an owner, and in. */
export const membershipStates = ["invited", "requested", "active"] as const;
export type MembershipState = (typeof membershipStates)[number];

/** People that an organisation may have invited without an answer. */
export const mostInvitations = 20;

export const inviteMemberSchema = z.object({ organisation: slugSchema, email: emailSchema, role: z.enum(membershipRoles) });
export type InviteMemberInput = z.output<typeof inviteMemberSchema>;

export const membershipKeySchema = z.object({ membership: idSchema });
export type MembershipKey = z.output<typeof membershipKeySchema>;

export const changeRoleSchema = membershipKeySchema.extend({ role: z.enum(membershipRoles) });
export type ChangeRoleInput = z.output<typeof changeRoleSchema>;

/** Somebody of an organisation, as its members see each other. */
export type MemberView = { id: string; name: string | null; email: string; role: MembershipRole; state: MembershipState; isSelf: boolean };

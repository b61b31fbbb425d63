import type { Locale } from "./input";

/** Somebody who acts for an organisation. Only active memberships are listed. */
export type ActiveMembership = { organisationId: string; role: "owner" | "editor" };

/** Staff of a programme (`eventId` null) or of one event of it. */
export type StaffDuty = { role: "organiser" | "moderator"; programmeId: string; eventId: string | null };

/** A signed-in person, as every domain function sees it. */
export type Person = {
  kind: "person";
  userId: string;
  email: string;
  name: string | null;
  locale: Locale;
  memberships: readonly ActiveMembership[];
  staff: readonly StaffDuty[];
};

/** Who asks. The first argument of every query that is not public and of every command; never optional. */
export type Actor = Person | { kind: "visitor" };

/** Anyone who is not signed in. */
export const visitor: Actor = { kind: "visitor" };

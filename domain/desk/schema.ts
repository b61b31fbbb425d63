import type { AdmissionState } from "@/domain/admission/schema";
import type { EventSummary } from "@/domain/event/schema";
import type { MembershipState } from "@/domain/membership/schema";
import type { CompletenessPart } from "@/domain/organisation/rules";
import type { RegistrationState } from "@/domain/registration/schema";

/** An organisation that the person acts for, is invited to, or asks to join; only of the first more is known. */
export type DeskOrganisation = {
  membershipId: string;
  state: MembershipState;
  slug: string;
  name: string;
  /** Where it stands in the programme; null: it never applied. */
  admission: AdmissionState | null;
  /** How complete the profile is, in per cent, and what helps most; null where it is not theirs to edit. */
  completeness: { percent: number; next: CompletenessPart | null } | null;
};

/** An event of the programme, and the person's part in it. */
export type DeskEvent = EventSummary & {
  /** Null: not registered. "unadmitted": approved, but the organisation is not admitted yet. */
  standing: RegistrationState | "unadmitted" | null;
  /** Requests that wait for an answer of the person's organisation. */
  toAnswer: number;
  /** A schedule has been released and not been taken back. */
  isScheduleOut: boolean;
};

/** What waits for staff: organisations and registrations to decide about. */
export type DeskDuties = { organisations: number; registrations: number };

/** The one next thing to do. `event` and `organisation` are slugs. */
export type DeskStep =
  | { kind: "invitation" | "organisation" | "membership_requested" | "moderation" | "done" }
  | { kind: "organisation_returned" | "organisation_refused" | "organisation_pending"; organisation: string }
  | { kind: "profile"; organisation: string; part: CompletenessPart }
  | { kind: "answer"; event: string; count: number }
  | { kind: "registration_returned" | "register" | "agenda" | "registration_pending" | "partners"; event: string };

/** What somebody sees first who has signed in. */
export type Desk = {
  organisations: DeskOrganisation[];
  /** Events to come, the next one first. */
  events: DeskEvent[];
  /** Null for somebody who is no staff. */
  duties: DeskDuties | null;
  step: DeskStep;
};

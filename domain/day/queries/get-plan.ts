import type { Actor } from "@/domain/actor";
import { attendanceSelect } from "@/domain/attendance/queries";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { participantsOf } from "@/domain/registration/access";
import { found } from "@/domain/result";
import { whoIsTold } from "@/domain/schedule/queries/get-repair";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { isInForce, loadLatest, loadSeated } from "@/domain/schedule/queries/load-release";
import { compareVersions } from "@/domain/schedule/rules";
import type { Draft, DraftPerson, EntryChange } from "@/domain/schedule/schema";
import { repairDraft } from "@/domain/schedule/solver/repair-draft";
import { db } from "@/prisma/client";
import { changeableFrom } from "../rules";
import type { Cause } from "../schema";
import { type Change, planAbsence } from "./plan-absence";
import { planRoom } from "./plan-room";

/** Whom or what a plan is about. `seen`: version of what is known of the person; 0 for a room. */
type About = { kind: "person"; name: string; organisation: string; isGone: boolean; seen: number } | { kind: "room"; name: string; isClosed: boolean; seen: 0 };

/** A change of the day that is looked at; nothing of it is saved. */
export type PlanView = {
  event: InsideEvent;
  cause: Cause;
  about: About;
  /** Number of the version that holds; null: none does. */
  after: number | null;
  revision: string;
  change: Change;
  /** Everything that the new version changes, also what moderators have changed in the draft before. */
  changes: EntryChange[];
  told: DraftPerson[];
  /** The draft as it would be, with the meetings that there are not yet. */
  draft: Draft;
};

async function loadAbout(event: InsideEvent, { kind, of }: Cause): Promise<About> {
  if (kind === "room") return { kind, seen: 0, ...found(await db.room.findFirst({ where: { id: of, eventId: event.id }, select: { name: true, isClosed: true } })) };
  const { personName: name, organisation, attendance } = found(await db.registration.findFirst({
    where: { AND: [participantsOf(event), { id: of }] },
    relationLoadStrategy: "join",
    select: { personName: true, organisation: { select: { name: true } }, attendance: { select: attendanceSelect } },
  }));
  return { kind, name, organisation: organisation.name, isGone: attendance !== null && attendance.state !== "here", seen: attendance?.version ?? 0 };
}

/**
 * The smallest change of the day that helps where somebody is missing or a room cannot be used, for the event's moderators:
 * looked at, not saved. Searches for at most two seconds. Throws NotFound (also a person or room of another event), SignedOut.
 */
export async function getPlan(actor: Actor, eventSlug: string, cause: Cause, locale: Locale): Promise<PlanView> {
  const event = await requireModerator(actor, eventSlug, locale);
  const about = await loadAbout(event, cause);
  const [draft, latest, seated] = await Promise.all([loadDraft(db, event.id), loadLatest(db, event.id), loadSeated(db, event.id)]);
  const now = new Date();
  const from = changeableFrom(draft.slots, now);
  const change = await (cause.kind === "person" ? planAbsence(db, event, draft, from) : planRoom(draft, cause.of, from, now));
  const next = repairDraft({ ...draft, meetings: [...draft.meetings, ...change.made] }, change);
  const changes = compareVersions(seated, next.placements);
  return {
    event, cause, about, after: isInForce(latest) ? latest.number : null, revision: draft.revision, change, changes,
    told: whoIsTold(next, changes), draft: next,
  };
}

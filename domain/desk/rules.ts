import type { CompletenessPart } from "@/domain/organisation/rules";
import type { Desk, DeskEvent, DeskOrganisation, DeskStep } from "./schema";

/** Parts of a profile without which hardly anybody is found. */
const essential: ReadonlySet<CompletenessPart> = new Set(["offers", "needs", "description", "fields"]);

/** What has to be settled before anything else: an organisation to act for, and one that may take part. */
function joiningStep(organisations: readonly DeskOrganisation[], isStaff: boolean): DeskStep | null {
  if (organisations.some(({ state }) => state === "invited")) return { kind: "invitation" };
  const own = organisations.filter(({ state }) => state === "active");
  if (own.length === 0) {
    if (organisations.length > 0) return { kind: "membership_requested" };
    return { kind: isStaff ? "moderation" : "organisation" };
  }
  const returned = own.find(({ admission }) => admission === "returned");
  if (returned) return { kind: "organisation_returned", organisation: returned.slug };
  const [refused] = own;
  return refused && own.every(({ admission }) => admission === "refused") ? { kind: "organisation_refused", organisation: refused.slug } : null;
}

/** What somebody else, or a place that may soon be gone, waits for. */
function urgentStep(events: readonly DeskEvent[]): DeskStep | null {
  const asked = events.find(({ toAnswer }) => toAnswer > 0);
  if (asked) return { kind: "answer", event: asked.slug, count: asked.toAnswer };
  const returned = events.find(({ standing }) => standing === "returned");
  if (returned) return { kind: "registration_returned", event: returned.slug };
  const open = events.find(({ form, standing }) => (form === "open" || form === "full") && (standing === null || standing === "cancelled"));
  return open ? { kind: "register", event: open.slug } : null;
}

function missingPart(organisations: readonly DeskOrganisation[], isWanted: (part: CompletenessPart) => boolean): DeskStep | null {
  for (const { slug, completeness } of organisations) {
    if (completeness?.next && isWanted(completeness.next)) return { kind: "profile", organisation: slug, part: completeness.next };
  }
  return null;
}

/** What there is to do in an event that the person takes part in, or waits to. */
function eventStep(events: readonly DeskEvent[]): DeskStep | null {
  const out = events.find(({ standing, isScheduleOut }) => standing === "approved" && isScheduleOut);
  if (out) return { kind: "agenda", event: out.slug };
  const looking = events.find(({ standing, kind }) => standing === "approved" && kind === "matchmaking");
  if (looking) return { kind: "partners", event: looking.slug };
  const waiting = events.find(({ standing }) => standing === "pending" || standing === "waiting" || standing === "unadmitted");
  return waiting ? { kind: "registration_pending", event: waiting.slug } : null;
}

/** The one next thing that brings this person further. */
export function nextStep({ organisations, events: all, duties }: Omit<Desk, "step">): DeskStep {
  const events = all.filter(({ form }) => form !== "cancelled");
  const isAdmitted = organisations.some(({ admission }) => admission === "approved");
  const pending = isAdmitted ? undefined : organisations.find(({ admission }) => admission === "pending");
  return (
    joiningStep(organisations, duties !== null) ??
    urgentStep(events) ??
    missingPart(organisations, (part) => essential.has(part)) ??
    (pending ? { kind: "organisation_pending", organisation: pending.slug } : null) ??
    eventStep(events) ??
    missingPart(organisations, () => true) ?? { kind: "done" }
  );
}

import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { exportOrganisations } from "@/domain/import/queries/export-organisations";
import { previewImport } from "@/domain/import/queries/preview-import";
import { demoPeople } from "@/domain/seed/schema";
import { db } from "../client";
import { actorOf, createUser } from "../factories/people";
import { seed } from "./index";

const now = new Date("2026-11-23T09:00:00Z");

async function countBy(rows: Promise<{ state: string }[]>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of await rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

const tables = [
  ...(["Programme", "Event", "Slot", "Room", "Organisation", "Statement", "Admission", "User", "Membership", "StaffRole"] as const),
  ...(["Registration", "Availability", "Consent", "MeetingRequest", "Meeting", "MeetingSide"] as const),
];

/** A fingerprint of each table, without the times at which rows were written and the secret of the video rooms. */
async function snapshot(): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of tables) {
    const rows = await db.$queryRawUnsafe(`SELECT to_jsonb(t) - 'updatedAt' - 'videoKey' AS row FROM "${table}" t ORDER BY 1`);
    prints[table] = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  }
  return prints;
}

const home = { programme: { slug: "pomerania" } };
const event = { event: { slug: "2027-03-18-matchmaking" } };

describe("the demo data", () => {
  beforeAll(() => seed({ now }));

  it("marks the installation, the organisations and the people as demo data", async () => {
    expect(await db.installation.findMany()).toEqual([{ id: 1, isDemo: true }]);
    expect(await db.organisation.count({ where: { isDemo: false } })).toBe(0);
    expect(await db.user.count({ where: { isDemo: false } })).toBe(0);
    expect(await db.user.count({ where: { email: { not: { endsWith: ".example" } } } })).toBe(0);
  });

  it("holds the four events at their local times, the form of the first one open", async () => {
    const events = await db.event.findMany({
      where: home,
      orderBy: { number: "asc" },
      select: { number: true, startsAt: true, endsAt: true, registrationOpensAt: true, _count: { select: { slots: true, rooms: true, texts: true } } },
    });
    expect(events.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual([
      ["2027-03-18T12:00:00.000Z", "2027-03-18T14:15:00.000Z"],
      ["2027-04-14T12:00:00.000Z", "2027-04-14T14:00:00.000Z"],
      ["2027-04-28T07:00:00.000Z", "2027-04-28T10:00:00.000Z"],
      ["2027-05-19T07:00:00.000Z", "2027-05-19T14:00:00.000Z"],
    ]);
    expect(events.map(({ registrationOpensAt }) => registrationOpensAt !== null)).toEqual([true, false, false, false]);
    expect(events.map(({ _count }) => _count)).toEqual([
      { slots: 7, rooms: 14, texts: 3 },
      { slots: 0, rooms: 0, texts: 3 },
      { slots: 0, rooms: 0, texts: 3 },
      { slots: 0, rooms: 0, texts: 3 },
    ]);
    const slots = await db.slot.findMany({ where: event, orderBy: { number: "asc" } });
    expect(slots.at(0)?.startsAt.toISOString()).toBe("2027-03-18T12:15:00.000Z");
    expect(slots.at(-1)?.endsAt.toISOString()).toBe("2027-03-18T14:05:00.000Z");
  });

  it("admits 44 of 48 organisations, and registers those", async () => {
    expect(await countBy(db.admission.findMany({ where: home }))).toEqual({ approved: 44, pending: 3, returned: 1 });
    expect(await countBy(db.registration.findMany({ where: event }))).toEqual({ approved: 45, pending: 2 });
    const registered = await db.registration.findMany({ where: event, distinct: ["organisationId"], select: { organisationId: true } });
    expect(registered).toHaveLength(44);
    expect(await db.registration.count({ where: { ...event, availability: { none: {} } } })).toBe(0);
  });

  it("tags every organisation, offer and need", async () => {
    expect(await db.organisation.count({ where: { fields: { none: {} } } })).toBe(0);
    expect(await db.statement.count({ where: { fields: { none: {} } } })).toBe(0);
    expect(await db.statement.count({ where: { organisation: { admissions: { some: home } } } })).toBe(115 + 72);
  });

  it("holds requests in every state, each accepted one with its meeting, two pairings, and no schedule", async () => {
    const states = await countBy(db.meetingRequest.findMany({ where: event }));
    expect(states).toEqual({ pending: 17, accepted: 21, declined: 5, withdrawn: 3, expired: 3 });
    expect(await db.meetingRequest.count({ where: { state: "accepted", meeting: null } })).toBe(0);
    expect(await db.meeting.count({ where: { ...event, origin: "pairing" } })).toBe(2);
    expect(await db.meeting.count({ where: event })).toBe(23);
    expect(await db.placement.count()).toBe(0);
    expect(await db.scheduleVersion.count()).toBe(0);
    expect(await db.meetingRequest.count({ where: { state: "pending", expiresAt: { lte: now } } })).toBe(0);
    const acrossTheBorder = await db.meetingRequest.findMany({
      select: { requester: { select: { country: true } }, recipient: { select: { country: true } } },
    });
    expect(acrossTheBorder.filter(({ requester, recipient }) => requester.country === recipient.country)).toEqual([]);
  });

  it("lets only approved participants ask and answer", async () => {
    const speaker = { state: { not: "approved" as const } };
    expect(await db.meetingRequest.count({ where: { OR: [{ requesterPerson: speaker }, { recipientPerson: speaker }] } })).toBe(0);
    expect(await db.meetingSide.count({ where: { registration: speaker } })).toBe(0);
  });

  it("keeps the second programme's organisations out of the first one", async () => {
    const second = await db.admission.findMany({ where: { programme: { slug: "lusatia" } }, select: { organisation: { select: { name: true } } } });
    expect(second.map(({ organisation }) => organisation.name).toSorted()).toEqual(["Przekładnia Słubice", "Trak i Dane", "Werkbank Digital Lausitz"]);
    expect(await db.admission.count({ where: { ...home, organisation: { name: "Trak i Dane" } } })).toBe(0);
  });
});

describe("the people of the demo", () => {
  it("have accounts, and the memberships and duties of their parts", async () => {
    const users = await db.user.findMany({
      where: { email: { in: demoPeople.map(({ email }) => email) } },
      select: { name: true, email: true, memberships: { select: { organisation: { select: { name: true } } } }, staff: { select: { role: true } } },
    });
    const parts = users.map(({ memberships, staff, ...user }) => ({
      ...user,
      organisation: memberships[0]?.organisation.name ?? null,
      duty: staff[0]?.role ?? null,
    }));
    const expected = demoPeople.map(({ name, email, organisation, role }) => ({
      name,
      email,
      organisation,
      duty: role === "moderator" || role === "organiser" ? role : null,
    }));
    const byEmail = (a: { email: string }, b: { email: string }) => a.email.localeCompare(b.email);
    expect(parts.toSorted(byEmail)).toEqual(expected.toSorted(byEmail));
  });

  it("suit each other both ways, have not asked, and have mail in their inboxes", async () => {
    const [polish, german] = await Promise.all(
      ["Koszykarnia Cyfrowa", "Klickdeich"].map((name) =>
        db.organisation.findFirstOrThrow({
          where: { name },
          select: { id: true, country: true, profileVisibility: true, statements: { select: { direction: true, fields: { select: { fieldCode: true } } } } },
        }),
      ),
    );
    if (!polish || !german) throw new Error("both are there");
    const codes = (organisation: typeof polish, direction: "offer" | "need") =>
      organisation.statements.filter((statement) => statement.direction === direction).flatMap(({ fields }) => fields.map(({ fieldCode }) => fieldCode));
    expect(codes(polish, "need").some((code) => codes(german, "offer").includes(code))).toBe(true);
    expect(codes(german, "need").some((code) => codes(polish, "offer").includes(code))).toBe(true);
    expect([polish.country, german.country, polish.profileVisibility, german.profileVisibility]).toEqual(["PL", "DE", "public", "public"]);
    const ids = [polish.id, german.id];
    expect(await db.meetingRequest.count({ where: { requesterId: { in: ids }, recipientId: { in: ids } } })).toBe(0);
    for (const recipientId of ids) expect(await db.meetingRequest.count({ where: { recipientId, state: "pending" } })).toBe(1);
  });
});

it("is what the programme's export can be imported from again: nothing would change", async () => {
  const organiser = demoPeople.find(({ role }) => role === "organiser");
  const { id } = await db.user.findUniqueOrThrow({ where: { email: organiser?.email ?? "" } });
  const actor = await actorOf(id);
  const content = new TextEncoder().encode(await exportOrganisations(actor, "pomerania"));
  const preview = await previewImport(actor, { programme: "pomerania", content });
  const outcomes = preview.ok ? preview.value.map(({ outcome }) => outcome) : [preview.reason];
  expect(outcomes).toEqual(Array.from({ length: 48 }, () => "unchanged"));
});

describe("seeding again", () => {
  it("is refused where a programme is, and changes nothing", async () => {
    const before = await snapshot();
    await expect(seed({ now })).rejects.toThrow("holds a programme");
    expect(await snapshot()).toEqual(before);
  });

  it("gives the same rows after a reset, without what was added", async () => {
    const before = await snapshot();
    await createUser();
    await seed({ reset: true, now });
    expect(await snapshot()).toEqual(before);
  });

  it("empties no database that is not a demo", async () => {
    await db.installation.update({ where: { id: 1 }, data: { isDemo: false } });
    await expect(seed({ reset: true, now })).rejects.toThrow("not emptied");
    expect(await db.user.count()).toBeGreaterThan(50);
  });
});

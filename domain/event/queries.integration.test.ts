import { beforeAll, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { db } from "@/prisma/client";
import { requireModerator, requireOrganiser } from "./access";
import { getPublicEvent, listModeratedEvents, listProgrammeEvents } from "./queries";

type Programme = Awaited<ReturnType<typeof createProgramme>>;
type Event = Awaited<ReturnType<typeof createEvent>>;
let programme: Programme;
let event: Event;
let later: Event;
let foreign: Event;

beforeAll(async () => {
  programme = await createProgramme();
  event = await createEvent({ programmeId: programme.id, capacity: 3 });
  later = await createEvent({ programmeId: programme.id, registrationOpensAt: null });
  foreign = await createEvent({ programmeId: (await createProgramme()).id });
  await createParticipant(event);
  const second = await createParticipant(event);
  await db.registration.update({ where: { id: second.registration.id }, data: { state: "pending" } });
  const third = await createParticipant(event);
  await db.registration.update({ where: { id: third.registration.id }, data: { state: "cancelled" } });
});

describe("public events", () => {
  test("of one programme, in order, in the reader's language, with places", async () => {
    const events = await listProgrammeEvents(programme.slug, "de");
    expect(events.map(({ slug, title, form, places }) => ({ slug, title, form, places }))).toEqual([
      { slug: event.slug, title: "Event (de)", form: "open", places: { capacity: 3, held: 2, waiting: 0 } },
      { slug: later.slug, title: "Event (de)", form: "soon", places: { capacity: null, held: 0, waiting: 0 } },
    ]);
    expect(await listProgrammeEvents("no-such-programme", "de")).toEqual([]);
  });

  test("the link is in none of the answers", async () => {
    const { meetingUrl } = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    expect(meetingUrl).toBe("https://zoom.example/j/18032027");
    const answers = JSON.stringify([await getPublicEvent(event.slug, "pl"), await listProgrammeEvents(programme.slug, "pl")]);
    expect(answers).toContain(event.slug);
    expect(answers).not.toContain("zoom.example");
    expect(answers).not.toContain("meetingUrl");
  });

  test("one event with its slots and programme; an unknown one does not exist", async () => {
    const shown = await getPublicEvent(event.slug, "pl");
    expect(shown.slots).toHaveLength(7);
    expect(shown.programme).toEqual({
      slug: programme.slug,
      name: "Programme (pl)",
      nameLocale: "pl",
      contactEmail: "office@programme.example",
    });
    await expect(getPublicEvent("no-such-event", "pl")).rejects.toThrow(NotFound);
  });
});

describe("staff", () => {
  test.each([
    ["organiser of the programme", "organiser", false, true],
    ["moderator of the programme", "moderator", false, false],
    ["moderator of this event", "moderator", true, false],
    ["organiser of this event", "organiser", true, true],
  ] as const)("%s", async (_, role, isOfEvent, mayOrganise) => {
    const actor = await createStaff(role, programme.id, isOfEvent ? event.id : null);
    const answer = async (require: typeof requireModerator, slug: string) =>
      require(actor, slug).then((found) => found.id, (error: unknown) => (error instanceof NotFound ? "not found" : error));
    expect(await answer(requireModerator, event.slug)).toBe(event.id);
    expect(await answer(requireOrganiser, event.slug)).toBe(mayOrganise ? event.id : "not found");
    expect(await answer(requireModerator, later.slug)).toBe(isOfEvent ? "not found" : later.id);
    expect(await answer(requireModerator, foreign.slug)).toBe("not found");
    const listed = await listModeratedEvents(actor, "en");
    expect(listed.map(({ slug }) => slug).toSorted()).toEqual((isOfEvent ? [event.slug] : [event.slug, later.slug]).toSorted());
  });

  test("participants and visitors moderate nothing", async () => {
    const { actor } = await createParticipant(later);
    await expect(requireModerator(actor, later.slug)).rejects.toThrow(NotFound);
    await expect(requireOrganiser(actor, later.slug)).rejects.toThrow(NotFound);
    expect(await listModeratedEvents(actor, "en")).toEqual([]);
    await expect(requireModerator(visitor, later.slug)).rejects.toThrow(SignedOut);
    await expect(listModeratedEvents(visitor, "en")).rejects.toThrow(SignedOut);
  });
});

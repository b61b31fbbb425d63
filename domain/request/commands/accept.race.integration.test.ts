import { beforeAll, describe, expect, test } from "vitest";
import { atOnce, countDeadlocks, tally } from "@/cli/test/crowd";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { acceptRequest } from "./answer-request";

type Side = Awaited<ReturnType<typeof createParticipant>>;
let asker: Side;
let asked: Side;
let event: Awaited<ReturnType<typeof createEvent>>;

beforeAll(async () => {
  const programme = await createProgramme();
  event = await createEvent({ programmeId: programme.id });
  asker = await createParticipant(event, "PL");
  asked = await createParticipant(event, "DE");
});

describe("1,000 accept one request at once", () => {
  test("one does, 999 are told so, nobody sees an error, in under 5 s", async () => {
    const request = await createRequest(asker, asked);
    const began = performance.now();
    const result = await tally(atOnce(1000, () => acceptRequest(asked.actor, { event: event.slug, id: request.id })));
    const took = performance.now() - began;
    expect(result).toEqual({ ok: 1, refused: { already_accepted: 999 }, thrown: [] });
    expect(await db.meeting.count({ where: { requestId: request.id } })).toBe(1);
    expect(await db.mail.count({ where: { kind: "request_accepted" } })).toBe(1);
    expect(await db.auditEntry.count({ where: { objectId: request.id } })).toBe(1);
    console.log(took);
    expect(took).toBeLessThan(5000);
    await db.$disconnect();
    expect(await countDeadlocks()).toBe(0);
  });
});

import { db, type Tx } from "../client";
import type { Prisma } from "../generated/client";
import { unique } from "./unique";

/** A programme between Poland and Germany. */
export function createProgramme(data: Partial<Prisma.ProgrammeCreateInput> = {}, tx: Tx = db) {
  return tx.programme.create({
    data: {
      slug: unique("programme"),
      timeZone: "Europe/Berlin",
      countries: ["PL", "DE"],
      regions: ["PL42", "DE80", "DE40"],
      contactEmail: "office@programme.example",
      texts: {
        create: (["en", "de", "pl"] as const).map((locale) => ({ locale, name: `Programme (${locale})`, summary: "Summary" })),
      },
      ...data,
    },
  });
}

type EventData = Partial<Omit<Prisma.EventUncheckedCreateInput, "programmeId">> & {
  programmeId: string;
  slotCount?: number;
  roomCount?: number;
};

/** A matchmaking event on 18 March 2027 whose form is open: seven slots of 14 minutes and four breakout rooms. */
export async function createEvent({ programmeId, slotCount = 7, roomCount = 4, ...data }: EventData, tx: Tx = db) {
  const first = new Date("2027-03-18T12:15:00Z").getTime();
  const minute = 60_000;
  const number = await tx.event.count({ where: { programmeId } });
  return tx.event.create({
    include: { slots: { orderBy: { number: "asc" } }, rooms: { orderBy: { number: "asc" } } },
    data: {
      programmeId,
      slug: unique("event"),
      number: number + 1,
      kind: "matchmaking",
      startsAt: new Date("2027-03-18T12:00:00Z"),
      endsAt: new Date("2027-03-18T14:15:00Z"),
      timeZone: "Europe/Berlin",
      languages: ["en"],
      registrationOpensAt: new Date("2026-01-01T00:00:00Z"),
      meetingUrl: "https://zoom.example/j/18032027",
      texts: {
        create: (["en", "de", "pl"] as const).map((locale) => ({
          locale,
          title: `Event (${locale})`,
          summary: "Summary",
          description: "Description",
          runBy: "the project team",
        })),
      },
      slots: {
        create: Array.from({ length: slotCount }, (_, index) => ({
          number: index + 1,
          startsAt: new Date(first + index * 16 * minute),
          endsAt: new Date(first + (index * 16 + 14) * minute),
        })),
      },
      rooms: {
        create: Array.from({ length: roomCount }, (_, index) => ({ number: index + 1, name: `Room ${index + 1}`, kind: "breakout" as const })),
      },
      ...data,
    },
  });
}

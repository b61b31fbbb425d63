import type { Person } from "@/domain/actor";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";

/**
 * An organiser of a programme, for whom the operator imports from a terminal: the one with this e-mail address, or the
 * one who has been organiser for longest. Throws NotFound.
 */
export async function findOrganiser(programme: string, email: string | null): Promise<Person> {
  const duty = await db.staffRole.findFirst({
    where: { role: "organiser", eventId: null, programme: { slug: programme }, ...(email === null ? {} : { user: { email } }) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      user: {
        select: {
          id: true,
          email: true,
          name: true,
          locale: true,
          memberships: { where: { state: "active" }, select: { organisationId: true, role: true } },
          staff: { select: { role: true, programmeId: true, eventId: true } },
        },
      },
    },
  });
  const { id, ...user } = found(duty).user;
  return { kind: "person", userId: id, ...user };
}

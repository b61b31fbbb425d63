import type { Person } from "@/domain/actor";
import { db } from "@/prisma/client";

/**
 * The person behind a session that has not expired, with active memberships and staff roles.
 * @param tokenHash SHA-256 of the cookie's value, in hex
 */
export async function getActorBySession(tokenHash: string): Promise<Person | null> {
  const session = await db.session.findFirst({
    where: { tokenHash, expiresAt: { gt: new Date() } },
    relationLoadStrategy: "join",
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
  if (!session) return null;
  const { id, ...user } = session.user;
  return { kind: "person", userId: id, ...user };
}

import type { Person } from "@/domain/actor";
import { db } from "../client";
import type { Prisma } from "../generated/client";
import { unique } from "./unique";

/** Somebody who can sign in. */
export function createUser(data: Partial<Prisma.UserCreateInput> = {}) {
  return db.user.create({ data: { email: `${unique("person")}@mail.example`, name: "Alex Example", ...data } });
}

/** The actor that this user is, with the memberships and staff roles that the database holds now. */
export async function actorOf(userId: string): Promise<Person> {
  const { id, ...user } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      memberships: { where: { state: "active" }, select: { organisationId: true, role: true } },
      staff: { select: { role: true, programmeId: true, eventId: true } },
    },
  });
  return { kind: "person", userId: id, ...user };
}

/** A new person who is staff of a programme, or of one event of it. */
export async function createStaff(role: "organiser" | "moderator", programmeId: string, eventId: string | null = null) {
  const user = await createUser({ name: `Staff ${role}` });
  await db.staffRole.create({ data: { userId: user.id, role, programmeId, eventId } });
  return actorOf(user.id);
}

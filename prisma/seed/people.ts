import type { Locale } from "@/domain/input";
import { demoPeople } from "@/domain/seed/schema";
import { addDays } from "@/domain/time";
import type { Tx } from "../client";
import type { Prisma } from "../generated/client";
import { demoId } from "./ids";
import { demoOrganisations } from "./material";
import { organisationId } from "./organisations";

export const userId = (email: string) => demoId(`user/${email}`);

type Colleague = { organisation: string; name: string; email: string; locale: Locale; state: "active" | "requested"; takesPart: boolean };

/** More people of some organisations; the last one waits for an owner to let her in. */
export const colleagues: readonly Colleague[] = [
  { organisation: "pl-02", name: "Kamil Rudnicki", email: "kamil.rudnicki@pl-02.example", locale: "pl", state: "active", takesPart: true },
  { organisation: "de-17", name: "Tobias Henning", email: "tobias.henning@de-17.example", locale: "de", state: "active", takesPart: true },
  { organisation: "de-05", name: "Maren Ollenburg", email: "maren.ollenburg@de-05.example", locale: "de", state: "active", takesPart: true },
  { organisation: "pl-01", name: "Joanna Wróbel", email: "joanna.wrobel@pl-01.example", locale: "pl", state: "active", takesPart: false },
  { organisation: "pl-02", name: "Oliwia Majewska", email: "oliwia.majewska@mail.example", locale: "pl", state: "requested", takesPart: false },
];

type Staff = { name: string; email: string; locale: Locale; role: "organiser" | "moderator"; programme: string };

function staffOf(role: "organiser" | "moderator"): Staff[] {
  return demoPeople.filter((person) => person.role === role).map(({ name, email, locale }) => ({ name, email, locale, role, programme: "pomerania" }));
}

const staff: readonly Staff[] = [
  ...staffOf("organiser"),
  ...staffOf("moderator"),
  { name: "Grit Nowotny", email: "grit.nowotny@lusatia.example", locale: "de", role: "organiser", programme: "lusatia" },
];

type Member = Pick<Prisma.MembershipCreateManyInput, "email" | "role" | "state"> & { organisation: string };

function membershipRow({ organisation, ...member }: Member, now: Date): Prisma.MembershipCreateManyInput {
  return {
    ...member,
    id: demoId(`membership/${organisation}/${member.email}`),
    organisationId: organisationId(organisation),
    userId: userId(member.email),
    createdAt: addDays(now, member.state === "active" ? -30 : -1),
  };
}

/** Stores the people who act for the organisations, and the staff of both programmes. */
export async function addPeople(tx: Tx, now: Date): Promise<void> {
  const owners = demoOrganisations.map(({ contact, locale }) => ({ ...contact, locale }));
  await tx.user.createMany({
    data: [...owners, ...colleagues, ...staff].map(({ name, email, locale }) => ({
      id: userId(email),
      name,
      email,
      locale,
      isDemo: true,
      createdAt: addDays(now, -30),
    })),
  });
  await tx.membership.createMany({
    data: [
      ...demoOrganisations.map(({ key, contact }) =>
        membershipRow({ organisation: key, email: contact.email, role: "owner", state: "active" }, now),
      ),
      ...colleagues.map(({ organisation, email, state }) => membershipRow({ organisation, email, role: "editor", state }, now)),
    ],
  });
  await tx.staffRole.createMany({
    data: staff.map(({ email, role, programme }) => ({
      id: demoId(`staff/${email}`),
      userId: userId(email),
      role,
      programmeId: demoId(`programme/${programme}`),
      createdAt: addDays(now, -30),
    })),
  });
}

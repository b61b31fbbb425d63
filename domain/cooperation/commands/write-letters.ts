import type { MailDraft } from "@/domain/mail/schema";
import type { Tx } from "@/prisma/client";

/** Tells those who look after the partner that another organisation has noted a cooperation with it. */
export async function lettersOfNote(tx: Tx, id: string): Promise<MailDraft[]> {
  const { programmeId, subject, author, partner } = await tx.cooperation.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: "join",
    select: {
      programmeId: true,
      subject: true,
      author: { select: { name: true } },
      partner: { select: { memberships: { where: { state: "active", role: "owner" }, select: { user: { select: { id: true, email: true, locale: true } } } } } },
    },
  });
  return partner.memberships.flatMap(({ user }) => user ? [{
    kind: "cooperation_named" as const,
    key: `cooperation_named/${id}/${user.id}`,
    to: user.email,
    userId: user.id,
    locale: user.locale,
    params: { partner: author.name, subject, path: `/cooperations#cooperation-${id}` },
    about: { programmeId, eventId: null },
  }] : []);
}

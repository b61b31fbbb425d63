import { chooseText } from "@/domain/event/rules";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import type { Tx } from "@/prisma/client";

type Kind = "second_agreed" | "second_off" | "contact_offered" | "contact_exchanged" | "second_proposed" | "second_confirmed";
/** `to`: to both sides where left out. `cause`: what makes the mail another one than the last of its kind. */
type Occasion = { kind: Kind; to?: string; cause: string; startsAt?: Date };

/** What the sides of a meeting are told of what comes after it. */
export async function writeLetters(tx: Tx, meetingId: string, { kind, to, cause, startsAt }: Occasion): Promise<MailDraft[]> {
  const { event, sides } = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    relationLoadStrategy: "join",
    select: {
      event: { select: { id: true, programmeId: true, slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
      sides: {
        select: {
          organisationId: true,
          organisation: { select: { name: true } },
          registration: { select: { id: true, userId: true, email: true, locale: true } },
        },
      },
    },
  });
  return sides.filter(({ organisationId }) => to === undefined || organisationId === to).map(({ organisationId, registration: reader }) => {
    const partner = sides.find((side) => side.organisationId !== organisationId)?.organisation.name ?? "";
    const path = `/events/${event.slug}/outcomes`;
    const params = { event: chooseText(event.texts, reader.locale)?.title ?? "", timeZone: event.timeZone, partner, path, startsAt: startsAt?.toISOString() ?? null };
    return {
      kind, key: `${kind}/${meetingId}/${reader.id}/${cause}`, to: reader.email, userId: reader.userId, locale: reader.locale, params, about: aboutEvent(event),
    };
  });
}

import { chooseText } from "@/domain/event/rules";
import type { MailDraft } from "@/domain/mail/schema";
import type { Tx } from "@/prisma/client";
import type { Locale } from "@/domain/input";

type Notice = { kind: "schedule_released" | "schedule_taken_back"; eventId: string; version: { id: string; number: number }; meetingIds: string[] };
type Reader = { id: string; email: string; locale: Locale };

/** One mail to each person of these meetings, once per version. */
export async function lettersAbout(tx: Tx, { kind, eventId, version, meetingIds }: Notice): Promise<MailDraft[]> {
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { slug: true, timeZone: true, texts: { select: { locale: true, title: true } } },
  });
  const readers: Reader[] = await tx.registration.findMany({
    where: { meetingSides: { some: { meetingId: { in: meetingIds } } } },
    orderBy: { id: "asc" },
    select: { id: true, email: true, locale: true },
  });
  const path = `/events/${event.slug}/agenda`;
  return readers.map((reader): MailDraft => {
    const envelope = { key: `${kind}/${version.id}/${reader.id}`, to: reader.email, locale: reader.locale };
    const title = chooseText(event.texts, reader.locale)?.title ?? "";
    return kind === "schedule_released"
      ? { kind, ...envelope, params: { event: title, timeZone: event.timeZone, path, version: version.number } }
      : { kind, ...envelope, params: { event: title, path } };
  });
}

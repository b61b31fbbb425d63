import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { slugSchema } from "@/domain/input";
import { NotFound, SignedOut } from "@/domain/result";
import { getAgenda } from "@/domain/schedule/queries/get-agenda";
import { type Agenda, type AgendaMeeting, agendaScopes } from "@/domain/schedule/schema";
import { getPathname } from "@/i18n/navigation";
import { routing } from "@/i18n/routing";
import { type CalendarWords, writeCalendar } from "@/server/calendar/write-calendar";
import { env } from "@/server/env";
import { getActor } from "@/server/session";

type Locale = (typeof routing.locales)[number];
type Context = { params: Promise<{ locale: string; event: string }> };

const scopeSchema = z.enum(agendaScopes).catch("mine");

async function wordsOf(agenda: Agenda, address: string, locale: Locale): Promise<CalendarWords> {
  const t = await getTranslations({ locale, namespace: "Calendar" });
  const describe = ({ subject, partnerPerson, partner, room }: AgendaMeeting, link = room?.url ?? agenda.link) => [
    t("about", { subject }),
    t("person", { person: partnerPerson, partner: partner.name }),
    ...(room ? [t("room", { room: room.name })] : []),
    ...(link ? [t("link", { url: link })] : []),
    t("agenda", { url: address }),
  ];
  return {
    name: t("name", { event: agenda.event.title }),
    summary: ({ partner, person }) =>
      agenda.scope === "mine" ? t("summary", { partner: partner.name }) : t("summaryFor", { partner: partner.name, person: person.personName }),
    description: (meeting) => describe(meeting).join("\n"),
  };
}

/** What may not be read is no calendar: an empty answer with the right code. */
function refuse(error: unknown): Response {
  if (error instanceof SignedOut) return new Response(null, { status: 401 });
  if (error instanceof NotFound) return new Response(null, { status: 404 });
  throw error;
}

async function answer(locale: string, slug: string, scope: string | null): Promise<Response> {
  if (!hasLocale(routing.locales, locale) || !slugSchema.safeParse(slug).success) throw new NotFound("no such agenda");
  const agenda = await getAgenda(await getActor(), slug, scopeSchema.parse(scope), locale);
  const address = `${env().APP_URL}${getPathname({ href: `/events/${slug}/agenda`, locale })}`;
  const words = await wordsOf(agenda, address, locale);
  return new Response(writeCalendar(agenda, { address, words, madeAt: new Date() }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}.ics"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** The agenda as a calendar file, for the person whose agenda it is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, event } = await params;
  return answer(locale, event, new URL(request.url).searchParams.get("scope")).catch(refuse);
}

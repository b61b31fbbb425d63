import { hasLocale } from "next-intl";
import { getPublicEvent } from "@/domain/event/queries";
import { slugSchema } from "@/domain/input";
import { NotFound } from "@/domain/result";
import { routing } from "@/i18n/routing";
import { answerCalendar } from "@/server/calendar/answer-calendar";
import { writeEvent } from "@/server/calendar/write-event";
import { env } from "@/server/env";

type Context = { params: Promise<{ locale: string; event: string }> };

/** A public event as a calendar file, to keep or to subscribe to. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, event: slug } = await params;
  const gone = new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  if (!hasLocale(routing.locales, locale) || !slugSchema.safeParse(slug).success) return gone;
  try {
    const event = await getPublicEvent(slug, locale);
    const file = writeEvent(event, { locale, appUrl: env().APP_URL, madeAt: new Date() });
    return answerCalendar(request, file, { name: slug, isPublic: true });
  } catch (error) {
    if (error instanceof NotFound) return gone;
    throw error;
  }
}

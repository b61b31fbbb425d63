import { loadFeed } from "@/domain/calendar/queries/load-feed";
import { calendarFileSchema } from "@/domain/calendar/schema";
import { takePoint } from "@/domain/limit/commands";
import { NotFound } from "@/domain/result";
import { answerCalendar } from "@/server/calendar/answer-calendar";
import { writeFeed } from "@/server/calendar/write-feed";
import { getClient } from "@/server/client";
import { env } from "@/server/env";

type Props = { params: Promise<{ file: string }> };

function refuse(status: 404 | 429): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", ...(status === 429 ? { "Retry-After": "3600" } : {}) } });
}

/** Whoever asks for what is not there is counted: nobody tries addresses one after the other. */
async function refuseUnknown(): Promise<Response> {
  const { client } = await getClient();
  return refuse((await takePoint("calendar_guess", client)) ? 404 : 429);
}

/** A person's calendar, for calendar programs that subscribe to its secret address. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const token = calendarFileSchema.safeParse((await params).file);
  if (!token.success) return refuse(404);
  try {
    const { locale, items } = await loadFeed(token.data);
    if (!(await takePoint("calendar", token.data))) return refuse(429);
    const file = writeFeed(items, { locale, appUrl: env().APP_URL, madeAt: new Date() });
    return answerCalendar(request, file, { name: "pomost", isPublic: false });
  } catch (error) {
    if (error instanceof NotFound) return refuseUnknown();
    throw error;
  }
}

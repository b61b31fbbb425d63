import { localeSchema } from "@/domain/input";
import { unsubscribe } from "@/domain/mail/commands";
import { env } from "@/server/env";
import { readToken } from "@/server/mail/unsubscribe";

type Props = { params: Promise<{ locale: string; token: string }> };

const headers = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

/** People are led to a page with a button: programs that look into mails open links, too. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { locale, token } = await params;
  const location = `${env().APP_URL}/${localeSchema.catch("en").parse(locale)}/unsubscribe?token=${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { ...headers, Location: location } });
}

/** One click in a mail program (RFC 8058): it is signed in nowhere and sends no cookie; the signature is the permission. */
export async function POST(_request: Request, { params }: Props): Promise<Response> {
  const subscription = readToken((await params).token, env().AUTH_SECRET);
  if (!subscription) return new Response(null, { status: 404, headers });
  await unsubscribe(subscription);
  return new Response(null, { status: 200, headers });
}

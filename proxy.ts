import createMiddleware from "next-intl/middleware";
import { NextRequest } from "next/server";
import { routing } from "@/i18n/routing";
import { env } from "@/server/env";
import { answerOutage } from "@/server/outage-page";
import { contentSecurityPolicy, pathHeader } from "@/server/policy";
import { refuseMalformed } from "@/server/request-guard";

const localise = createMiddleware(routing);

/** Without JavaScript the browser itself goes on to the issuer, and asks the policy whether it may. */
function issuerOrigin(): string[] {
  const { OIDC_ISSUER } = env();
  return OIDC_ISSUER ? [new URL(OIDC_ISSUER).origin] : [];
}

/**
 * Refuses what no page can serve, adds the language to the address and a fresh nonce to the policy. Who may see what is
 * decided in the domain.
 */
export default async function proxy(request: NextRequest) {
  const refused = await refuseMalformed(request, env().APP_URL);
  if (refused) return refused;
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, env().NODE_ENV === "development", issuerOrigin());
  const away = answerOutage(request.nextUrl.pathname, nonce);
  if (away) {
    away.headers.set("Content-Security-Policy", policy);
    return away;
  }
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Nonce", nonce);
  headers.set(pathHeader, request.nextUrl.pathname.replace(/^\/(?:en|de|pl)(?=\/|$)/, "") + request.nextUrl.search);
  const response = localise(new NextRequest(request, { headers }));
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = { matcher: ["/((?!api|_next|.*\\..*).*)"] };

import createMiddleware from "next-intl/middleware";
import { NextRequest, NextResponse } from "next/server";
import { routing } from "@/i18n/routing";
import { env } from "@/server/env";
import { isFromPortal } from "@/server/origin";
import { answerOutage } from "@/server/outage-page";
import { contentSecurityPolicy, pathHeader } from "@/server/policy";

const localise = createMiddleware(routing);

/** Without JavaScript the browser itself goes on to the issuer, and asks the policy whether it may. */
function issuerOrigin(): string[] {
  const { OIDC_ISSUER } = env();
  return OIDC_ISSUER ? [new URL(OIDC_ISSUER).origin] : [];
}

/** An address whose bytes are no text ("%ff") is no address of this portal. */
function isText(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

/**
 * Refuses what another site sends, adds the language to the address and a fresh nonce to the policy. Who may see what is
 * decided in the domain.
 */
export default function proxy(request: NextRequest) {
  if (!isText(request.nextUrl.pathname)) return new NextResponse("bad_address", { status: 400 });
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (!isReading && !isFromPortal(request.headers, env().APP_URL, true)) return new NextResponse("foreign_origin", { status: 403 });
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

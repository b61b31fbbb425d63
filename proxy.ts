import createMiddleware from "next-intl/middleware";
import { NextRequest } from "next/server";
import { routing } from "@/i18n/routing";
import { env } from "@/server/env";
import { contentSecurityPolicy, pathHeader } from "@/server/policy";

const localise = createMiddleware(routing);

/** Adds the language to the address and a fresh nonce to the policy. Who may see what is decided in the domain. */
export default function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, env().NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Nonce", nonce);
  headers.set(pathHeader, request.nextUrl.pathname.replace(/^\/(?:en|de|pl)(?=\/|$)/, "") + request.nextUrl.search);
  const response = localise(new NextRequest(request, { headers }));
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = { matcher: ["/((?!api|_next|.*\\..*).*)"] };

import type { IncomingMessage } from "node:http";
import { subscribe } from "node:diagnostics_channel";
import { headers } from "next/headers";
import { clientOf } from "@/domain/limit/rules";

const forwarded = "x-forwarded-for";

/**
 * Writes the address of the connection over whatever a client claims to be forwarded for. For portals that are reached
 * without a proxy: Next keeps such a header and fills it in only where it is missing.
 */
export function believeSockets(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[forwarded] = request.socket.remoteAddress ?? "";
  });
}

/**
 * Who asks, as far as limits and the list of sessions care. The last hop of X-Forwarded-For is the one that the
 * trusted proxy added, or the connection's own address.
 */
export async function getClient(): Promise<{ client: string; userAgent: string | null }> {
  const sent = await headers();
  return { client: clientOf(sent.get(forwarded)?.split(",").at(-1) ?? null), userAgent: sent.get("user-agent") };
}

/**
 * Whether a request that changes something comes from a page of this portal, as far as the browser tells: Origin must
 * be the portal's own where it is sent, and Sec-Fetch-Site may not say otherwise. A browser tells at least one of both;
 * `isSilenceTrusted` decides about requests that tell neither.
 * @param appUrl address of the portal
 */
export function isFromPortal(sent: Headers, appUrl: string, isSilenceTrusted: boolean): boolean {
  const site = sent.get("sec-fetch-site");
  const origin = sent.get("origin");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  if (origin === null) return site !== null || isSilenceTrusted;
  return origin === new URL(appUrl).origin;
}

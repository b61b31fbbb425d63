import { createHmac } from "node:crypto";
import { env } from "../env";

/**
 * The secret in a calendar address, made from the address's id and the installation's secret: it can be shown again,
 * and a copy of the database opens no calendar.
 */
export function calendarToken(id: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`calendar-address/${id}`).digest("base64url");
}

/** The address of a calendar: `https` to copy, `webcal` for programs that subscribe to it with one click. */
export function calendarAddress(id: string): { https: string; webcal: string } {
  const https = `${env().APP_URL}/api/calendars/${calendarToken(id)}.ics`;
  return { https, webcal: https.replace(/^https?:/, "webcal:") };
}

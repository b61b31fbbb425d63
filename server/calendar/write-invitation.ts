import { ICalCalendarMethod } from "ical-generator";
import type { Invitation } from "@/domain/calendar/schema";
import { type Parties, writeFile } from "./calendar-file";
import { toFileEntry } from "./entry-words";

/** A calendar file as part of a mail: `method` stands in the mail as well as in the file. */
export type InvitationFile = { method: "REQUEST" | "CANCEL"; filename: string; content: string };

/**
 * An entry as mail programs take it over (RFC 5546): a request, its update under the same UID with a higher SEQUENCE,
 * or its cancellation.
 * @param parties the portal's address and the recipient's
 */
export function writeInvitation(invitation: Invitation, { appUrl, parties, madeAt }: { appUrl: string; parties: Parties; madeAt: Date }): InvitationFile {
  const isCancelled = invitation.state === "cancelled";
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const entries = [toFileEntry(invitation, appUrl)];
  const content = writeFile({ method, product: "Invitation", timeZone: invitation.event.timeZone, entries, parties, madeAt });
  return { method: isCancelled ? "CANCEL" : "REQUEST", filename: isCancelled ? "cancel.ics" : "invite.ics", content };
}

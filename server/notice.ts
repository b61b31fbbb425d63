import { z } from "zod";
import type { Notice } from "@/domain/notice/schema";
import { renderMail } from "./mail/render";

const withPath = z.object({ path: z.string().startsWith("/") });

/** What a notice says: the subject of its mail, in the language of the page. */
export function noticeWords({ content }: Notice): string {
  return renderMail(content, "").subject;
}

/** Where a notice leads: to the page that its mail leads to; null where that leads nowhere. A link that is outside of the portal stands in the agenda. */
export function noticePath({ content, event }: Notice): string | null {
  if (content.kind === "event_link") return event === null ? null : `/events/${event}/agenda`;
  return withPath.safeParse(content.params).data?.path ?? null;
}

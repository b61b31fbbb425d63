import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import type { MailContent, NoticeKind } from "@/domain/mail/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { News, Notice } from "./schema";

/** Notices of mails that are still true: what the worker found to be outdated is told nowhere. */
export const valid = { mail: { state: { not: "outdated" } } } satisfies Prisma.NoticeWhereInput;

/** What the bell shows, as columns of a user. */
export const newsSelect = {
  notices: { where: valid, orderBy: { mailId: "desc" }, take: 1, select: { mailId: true } },
  _count: { select: { notices: { where: { readAt: null, ...valid } } } },
} satisfies Prisma.UserSelect;

export function toNews({ notices, _count }: Prisma.UserGetPayload<{ select: typeof newsSelect }>): News {
  return { unread: _count.notices, latest: notices[0]?.mailId ?? null };
}

/** What a notice is made of. */
export const noticeSelect = {
  mailId: true,
  createdAt: true,
  readAt: true,
  mail: { select: { kind: true, params: true, event: { select: { slug: true, texts: { select: { locale: true, title: true } } } } } },
} satisfies Prisma.NoticeSelect;

/** The mail's words in the language of the page: the event's title was chosen when it was written, in the mail's. */
export function toNotice({ mailId, createdAt, readAt, mail }: Prisma.NoticeGetPayload<{ select: typeof noticeSelect }>, locale: Locale): Notice {
  const title = mail.event ? chooseText(mail.event.texts, locale)?.title : undefined;
  const params = { ...(mail.params as object), ...(title === undefined ? {} : { event: title }) };
  const content = { kind: mail.kind as NoticeKind, locale, params } as MailContent<NoticeKind>;
  return { id: mailId, createdAt, isRead: readAt !== null, event: mail.event?.slug ?? null, content };
}

import type { Actor } from "@/domain/actor";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import type { MailContent, NoticeKind } from "@/domain/mail/schema";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { newsSelect, toNews, valid } from "./access";
import type { News, Notice, NoticePage } from "./schema";

const pageSize = 20;

const noticeSelect = {
  mailId: true,
  createdAt: true,
  readAt: true,
  mail: { select: { kind: true, params: true, event: { select: { slug: true, texts: { select: { locale: true, title: true } } } } } },
} satisfies Prisma.NoticeSelect;

/** The mail's words in the language of the page: the event's title was chosen when it was written, in the mail's. */
function toNotice({ mailId, createdAt, readAt, mail }: Prisma.NoticeGetPayload<{ select: typeof noticeSelect }>, locale: Locale): Notice {
  const title = mail.event ? chooseText(mail.event.texts, locale)?.title : undefined;
  const params = { ...(mail.params as object), ...(title === undefined ? {} : { event: title }) };
  const content = { kind: mail.kind as NoticeKind, locale, params } as MailContent<NoticeKind>;
  return { id: mailId, createdAt, isRead: readAt !== null, event: mail.event?.slug ?? null, content };
}

/** The own notices, the newest first. What is not true any more is left out. Throws SignedOut. */
export async function listNotices(actor: Actor, page: number, locale: Locale): Promise<NoticePage> {
  const { userId } = requirePerson(actor);
  const where = { userId, ...valid };
  const [rows, groups] = await Promise.all([
    db.notice.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { mailId: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      relationLoadStrategy: "join",
      select: noticeSelect,
    }),
    db.notice.aggregate({ where, _count: { _all: true, readAt: true } }),
  ]);
  const { _all: all, readAt: read } = groups._count;
  return { notices: rows.map((row) => toNotice(row, locale)), unread: all - read, pages: Math.max(1, Math.ceil(all / pageSize)) };
}

/** One of the own notices. Throws NotFound, SignedOut. */
export async function getNotice(actor: Actor, id: string, locale: Locale): Promise<Notice> {
  const { userId } = requirePerson(actor);
  return toNotice(found(await db.notice.findFirst({ where: { mailId: id, userId }, relationLoadStrategy: "join", select: noticeSelect })), locale);
}

/** How much the actor has not read. Throws NotFound (the user is gone), SignedOut. */
export async function getNews(actor: Actor): Promise<News> {
  const { userId } = requirePerson(actor);
  return toNews(found(await db.user.findUnique({ where: { id: userId }, relationLoadStrategy: "join", select: newsSelect })));
}

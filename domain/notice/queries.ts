import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { newsSelect, noticeSelect, toNews, toNotice, valid } from "./access";
import type { News, Notice, NoticePage } from "./schema";

const pageSize = 20;

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

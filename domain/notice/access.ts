import type { Prisma } from "@/prisma/generated/client";
import type { News } from "./schema";

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

import { z } from "zod";
import { idSchema } from "@/domain/input";
import type { MailContent, NoticeKind } from "@/domain/mail/schema";

/** How much somebody has not read; `latest`: the newest notice, read or not. */
export type News = { unread: number; latest: string | null };

/** What a mail says, for its reader in the portal. `event`: slug of the event that it is about. */
export type Notice = { id: string; createdAt: Date; isRead: boolean; event: string | null; content: MailContent<NoticeKind> };

export type NoticePage = { notices: Notice[]; unread: number; pages: number };

export const noticeSchema = z.object({ id: idSchema });
export type NoticeInput = z.output<typeof noticeSchema>;

/** `until`: when the newest was written that the reader has seen. */
export const readAllSchema = z.object({ until: z.iso.datetime() });
export type ReadAllInput = z.output<typeof readAllSchema>;

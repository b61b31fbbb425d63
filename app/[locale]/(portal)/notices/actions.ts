"use server";

import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/form/form";
import { readAllNotices, readNotice } from "@/domain/notice/commands";
import { getNotice } from "@/domain/notice/queries";
import { noticeSchema, readAllSchema } from "@/domain/notice/schema";
import { submitForm } from "@/server/action";
import { noticePath } from "@/server/notice";

const page = "/notices";

/** Marks a notice as read and leads to what it tells of. */
export async function openNoticeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, noticeSchema, async (actor, input) => {
    await readNotice(actor, input);
    return { ok: true, redirectTo: noticePath(await getNotice(actor, input.id, await getLocale())) ?? page };
  });
}

/** Marks a notice as read. */
export async function readNoticeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, noticeSchema, async (actor, input) => {
    await readNotice(actor, input);
    return { ok: true, redirectTo: page, notice: "notice_read" };
  });
}

/** Marks all notices as read that the list has shown. */
export async function readAllNoticesAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, readAllSchema, async (actor, input) => {
    await readAllNotices(actor, input);
    return { ok: true, redirectTo: page, notice: "notices_read" };
  });
}

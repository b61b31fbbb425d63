import { parseWithZod } from "@conform-to/zod/v4";
import { getLocale } from "next-intl/server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import type { SubmissionResult } from "@conform-to/dom";
import type { z } from "zod";
import type { Actor } from "@/domain/actor";
import type { Result } from "@/domain/result";
import { redirect } from "@/i18n/navigation";
import { answerDenial } from "./denial";
import { env } from "./env";
import type { RenderedMail } from "./mail/render";
import { errorCodes } from "./error-codes";
import { isFromPortal } from "./origin";
import { plainFields } from "./plain-fields";
import { getActor } from "./session";

type ShownMail = RenderedMail & { locale: string };

/**
 * How a command ended. `redirectTo` is an address without language; `notice` a key of the messages `Notices`,
 * shown on the page that follows. With `preview` the form stays open as it is, with the mail that it would make and the
 * notice beside it. A refusal's reason is a key of the messages `Errors`; `field` says which input it belongs to.
 */
export type Outcome =
  | { ok: true; redirectTo?: string; notice?: string }
  | { ok: true; preview: ShownMail; notice?: string }
  | { ok: false; reason: string; field?: string };

type FormResult = SubmissionResult<string[]> & { preview?: ShownMail; notice?: string };

/**
 * The steps of every form action: origin, actor, parse, command, revalidate, answer.
 * What was typed comes back with every error, so that nothing is lost.
 */
export async function submitForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
  command: (actor: Actor, input: z.output<S>) => Promise<Outcome>,
): Promise<FormResult> {
  const submission = parseWithZod(plainFields(form), { schema, formatError: errorCodes });
  if (!isFromPortal(await headers(), env().APP_URL, false)) return submission.reply({ formErrors: ["foreign_origin"] });
  const actor = await getActor();
  if (submission.status !== "success") return submission.reply();
  const outcome = await command(actor, submission.value).catch(answerDenial);
  // Nothing was changed: the page stays as it is, and with it what the form has seen.
  if (outcome.ok && "preview" in outcome) return { ...submission.reply(), preview: outcome.preview, ...(outcome.notice ? { notice: outcome.notice } : {}) };
  // What the browser keeps of any page may be old now; also after a refusal, which often means that somebody was faster.
  revalidatePath("/", "layout");
  if (!outcome.ok) {
    const errors = [outcome.reason];
    return submission.reply(outcome.field ? { fieldErrors: { [outcome.field]: errors } } : { formErrors: errors });
  }
  if (outcome.redirectTo !== undefined) {
    const href = outcome.notice ? withNotice(outcome.redirectTo, outcome.notice) : outcome.redirectTo;
    redirect({ href, locale: await getLocale() });
  }
  return submission.reply({ resetForm: true });
}

/**
 * The steps for a form that only asks: origin, actor, parse, question. Nothing is changed, so nothing is revalidated; what
 * was typed comes back with the answer, null where there is none. Denials are thrown.
 */
export async function askForm<S extends z.ZodType, Answer>(
  form: FormData,
  schema: S,
  question: (actor: Actor, input: z.output<S>) => Promise<Result<Answer, string>>,
): Promise<{ reply: FormResult; answer: Answer | null }> {
  const submission = parseWithZod(plainFields(form), { schema, formatError: errorCodes });
  if (!isFromPortal(await headers(), env().APP_URL, false)) return { reply: submission.reply({ formErrors: ["foreign_origin"] }), answer: null };
  if (submission.status !== "success") return { reply: submission.reply(), answer: null };
  const result = await question(await getActor(), submission.value);
  return result.ok ? { reply: submission.reply(), answer: result.value } : { reply: submission.reply({ formErrors: [result.reason] }), answer: null };
}

/** An address whose page shows a notice. */
function withNotice(address: string, notice: string): string {
  const [path = "", hash] = address.split("#");
  const joined = `${path}${path.includes("?") ? "&" : "?"}notice=${notice}`;
  return hash === undefined ? joined : `${joined}#${hash}`;
}

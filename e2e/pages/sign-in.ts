import type { Page } from "@playwright/test";
import { forgetClient } from "@/prisma/factories/limits";
import { expect, type Locale } from "../fixtures";
import { codeOf, mailTo, type Mail } from "../mail";
import { words } from "../words";

/** Asks for a code on the sign-in page, and waits for the page that takes it. */
export async function askForCode(page: Page, locale: Locale, email: string, next?: string): Promise<void> {
  await forgetClient();
  await page.goto(`/${locale}/sign-in${next === undefined ? "" : `?next=${encodeURIComponent(next)}`}`);
  await page.getByLabel(words(locale, "SignIn.email")).fill(email);
  await page.getByRole("button", { name: words(locale, "SignIn.send") }).click();
  await expect(page.getByRole("heading", { level: 1, name: words(locale, "SignInCode.title") })).toBeVisible();
}

/** The newest mail to sign in with. */
export function signInMail(locale: Locale, email: string, count = 1): Promise<Mail> {
  return mailTo(email, words(locale, "Mail.sign_in.subject", { code: "" }).trim(), count);
}

export async function enterCode(page: Page, locale: Locale, code: string): Promise<void> {
  await page.getByLabel(words(locale, "SignInCode.code"), { exact: true }).fill(code);
  await page.getByRole("button", { name: words(locale, "SignInCode.submit"), exact: true }).click();
}

/** Signs in as a person does: by the code of a mail. */
export async function signInByMail(page: Page, locale: Locale, email: string, next: string): Promise<void> {
  await askForCode(page, locale, email, next);
  await enterCode(page, locale, codeOf(await signInMail(locale, email)));
  await page.waitForURL(`**/${locale}${next}`);
}

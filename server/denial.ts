import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { NotFound, SignedOut } from "@/domain/result";
import { redirect } from "@/i18n/navigation";
import { pathHeader } from "./policy";

/** Denials become pages: who is signed out is asked to sign in and led back, what may not be seen does not exist. */
export async function answerDenial(error: unknown): Promise<never> {
  if (error instanceof SignedOut) {
    const next = (await headers()).get(pathHeader);
    const href = next ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in";
    redirect({ href, locale: await getLocale() });
  }
  if (error instanceof NotFound) notFound();
  throw error;
}

/** What a page reads from the domain: its value, or the page that a denial leads to. */
export async function readPage<T>(work: Promise<T>): Promise<T> {
  return work.catch(answerDenial);
}

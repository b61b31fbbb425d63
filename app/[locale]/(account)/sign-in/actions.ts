"use server";

import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/form/form";
import { finishSignInByCode, finishSignInByLink, type Comer, type SignedIn } from "@/domain/user/commands/finish-sign-in";
import { requestSignIn } from "@/domain/user/commands/request-sign-in";
import { signInDemo } from "@/domain/user/commands/sign-in-demo";
import { localPath } from "@/domain/user/rules";
import { codeSchema, demoSignInSchema, issuerSchema, linkSchema, requestSignInSchema } from "@/domain/user/schema";
import { NotFound, type Result } from "@/domain/result";
import { type Outcome, submitForm } from "@/server/action";
import { issuerName, leaveToIssuer } from "@/server/auth";
import { getClient } from "@/server/client";
import { env } from "@/server/env";
import { keepBrowser, keepSession, readBrowser, readSessionToken } from "@/server/session";

/** Where people arrive who were on their way to nothing in particular. */
const home = "/desk";

export async function requestSignInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, requestSignInSchema, async (_actor, { email, next }) => {
    const { client } = await getClient();
    const asked = await requestSignIn({ email, next, client, locale: await getLocale() });
    if (!asked.ok) return asked;
    await keepBrowser(asked.value.browser);
    return { ok: true, redirectTo: "/sign-in/code" };
  });
}

async function readComer(): Promise<Comer> {
  return { ...(await getClient()), browser: await readBrowser(), oldToken: await readSessionToken() };
}

async function arrive(done: Result<SignedIn, string>, field?: string): Promise<Outcome> {
  if (!done.ok) return done.reason === "code_wrong" && field ? { ...done, field } : done;
  await keepSession(done.value);
  return { ok: true, redirectTo: done.value.returnTo ?? home };
}

export async function enterCodeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, codeSchema, async (_actor, { code }) =>
    arrive(await finishSignInByCode(code, await readComer()), "code"),
  );
}

export async function confirmLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, linkSchema, async (_actor, { token }) => arrive(await finishSignInByLink(token, await readComer())));
}

/** Begins signing in, or linking where somebody is signed in, at the issuer that the environment names. */
export async function leaveToIssuerAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, issuerSchema, async (_actor, { next }) => {
    if (issuerName() === null) throw new NotFound("no issuer is configured");
    return leaveToIssuer(`/${await getLocale()}${localPath(next) ?? home}`);
  });
}

export async function signInDemoAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, demoSignInSchema, async (_actor, { role, next }) => {
    if (env().DEMO !== "1") throw new NotFound("this is no demo");
    await keepSession(await signInDemo(role, await getClient(), await readSessionToken()));
    return { ok: true, redirectTo: localPath(next) ?? home };
  });
}

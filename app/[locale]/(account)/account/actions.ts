"use server";

import { z } from "zod";
import type { FormState } from "@/components/form/form";
import { makeAddress, removeAddress } from "@/domain/calendar/commands/make-address";
import { addressSchema } from "@/domain/calendar/schema";
import { saveMailChoices } from "@/domain/mail/commands";
import { mailChoicesSchema } from "@/domain/mail/schema";
import { endOtherSessions, endSession, signOut } from "@/domain/user/commands/end-session";
import { unlinkIdentity } from "@/domain/user/commands/link-identity";
import { saveAccount } from "@/domain/user/commands/save-account";
import { accountSchema, identitySchema, sessionSchema } from "@/domain/user/schema";
import { submitForm } from "@/server/action";
import { calendarToken } from "@/server/calendar/address";
import { dropSession, readSessionToken } from "@/server/session";

const nothing = z.object({});
const page = "/account";

export async function saveAccountAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, accountSchema, async (actor, input) => {
    await saveAccount(actor, input);
    return { ok: true, redirectTo: page, notice: "account_saved" };
  });
}

export async function saveMailChoicesAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, mailChoicesSchema, async (actor, input) => {
    await saveMailChoices(actor, input);
    return { ok: true, redirectTo: page, notice: "account_saved" };
  });
}

export async function endSessionAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, sessionSchema, async (actor, input) => {
    await endSession(actor, input);
    return { ok: true, redirectTo: page, notice: "session_ended" };
  });
}

export async function endOtherSessionsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, nothing, async (actor) => {
    await endOtherSessions(actor, (await readSessionToken()) ?? "");
    return { ok: true, redirectTo: page, notice: "sessions_ended" };
  });
}

export async function unlinkIdentityAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, identitySchema, async (actor, input) => {
    await unlinkIdentity(actor, input);
    return { ok: true, redirectTo: page, notice: "identity_unlinked" };
  });
}

export async function makeAddressAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, addressSchema, async (actor, input) => {
    await makeAddress(actor, input, calendarToken);
    return { ok: true, redirectTo: page, notice: "calendar_address_made" };
  });
}

export async function removeAddressAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, addressSchema, async (actor, input) => {
    await removeAddress(actor, input);
    return { ok: true, redirectTo: page, notice: "calendar_address_removed" };
  });
}

export async function signOutAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, nothing, async () => {
    const token = await readSessionToken();
    if (token) await signOut(token);
    await dropSession();
    return { ok: true, redirectTo: "/sign-in", notice: "signed_out" };
  });
}

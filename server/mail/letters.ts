import type { MailParams, PersonalMailKind } from "@/domain/mail/schema";
import { type Block, button, quote, text, type Translator } from "./letter";

/** Subject and body of a mail, in words. */
export type Written = { subject: string; blocks: Block[] };

type Writer<K extends PersonalMailKind> = (t: Translator<"Mail">, params: MailParams[K]) => Written;

/** One writer for each kind of mail that is between the portal and a person: these are worded by nobody else. */
export const writers: { [K in Exclude<PersonalMailKind, "digest">]: Writer<K> } = {
  sign_in: (t: Translator<"Mail">, { token, code, minutes }) => ({
    subject: t("sign_in.subject", { code }),
    blocks: [
      text(t("sign_in.text")),
      { kind: "code", text: code },
      text(t("sign_in.link")),
      button(t("sign_in.button"), `/sign-in/confirm?token=${encodeURIComponent(token)}`),
      text(t("sign_in.safety", { minutes })),
    ],
  }),
  membership_invited: (t: Translator<"Mail">, { organisation, inviter, path }) => ({
    subject: t("membership_invited.subject", { organisation, inviter }),
    blocks: [
      text(t("membership_invited.text", { organisation, inviter })),
      text(t("membership_invited.next")),
      button(t("membership_invited.button"), path),
    ],
  }),
  membership_requested: (t: Translator<"Mail">, { organisation, person, path }) => ({
    subject: t("membership_requested.subject", { organisation, person }),
    blocks: [
      text(t("membership_requested.text", { organisation, person })),
      button(t("membership_requested.button"), path),
    ],
  }),
  membership_approved: (t: Translator<"Mail">, { organisation, path }) => ({
    subject: t("membership_approved.subject", { organisation }),
    blocks: [text(t("membership_approved.text", { organisation })), button(t("membership_approved.button"), path)],
  }),
  membership_declined: (t: Translator<"Mail">, { organisation }) => ({
    subject: t("membership_declined.subject", { organisation }),
    blocks: [text(t("membership_declined.text", { organisation }))],
  }),
  search_found: (t: Translator<"Mail">, { count, searches, path }) => ({
    subject: t("search_found.subject", { count }),
    blocks: [
      text(t("search_found.text", { count })),
      ...searches.flatMap(({ name, organisations }) => [text(t("search_found.search", { name })), quote(organisations.join("\n"))]),
      button(t("search_found.button"), path),
      text(t("search_found.next")),
    ],
  }),
};

import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { listOrganisedProgrammes } from "@/domain/programme/queries";
import { redirect } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

/** Leads to the texts of the first programme that the reader organises. */
export default async function WordingsEntryPage() {
  const [first] = await readPage(listOrganisedProgrammes(await getActor()));
  if (!first) notFound();
  redirect({ href: `/moderation/wordings/${first.slug}`, locale: await getLocale() });
}

import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { getWritingAid } from "@/domain/aid/queries";
import { isField } from "@/domain/field/rules";
import { idSchema } from "@/domain/input";
import { getOwnStatement } from "@/domain/organisation/queries";
import { directions } from "@/domain/organisation/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getComparisonHost } from "@/server/embeddings/notice";
import { getActor } from "@/server/session";
import { Frame, frameTitle } from "../_components/frame";
import { type OwnProps, readOwn } from "../_components/own-organisation";
import { StatementSection } from "./_components/statement-section";

export async function generateMetadata({ params }: OwnProps) {
  return frameTitle(await readOwn((await params).organisation), "offers");
}

/** Offers and needs, each with its own form; `?edit=` turns one of them into a form. */
export default async function OffersPage({ params, searchParams }: OwnProps) {
  const own = await readOwn((await params).organisation);
  const { edit, notice } = await searchParams;
  const id = idSchema.safeParse(edit);
  const edited = id.success ? await readPage(getOwnStatement(await getActor(), own.profile.slug, id.data)) : null;
  const [t, locale, messages] = [await getTranslations("OrganisationOffers"), await getLocale(), await getMessages()];
  const aid = edited && (await readPage(getWritingAid(await getActor(), own.programme.id, { organisation: own.profile.slug, subject: "", ...edited, fields: edited.fields.filter(isField) }, locale)));
  const host = getComparisonHost();
  return (
    <Frame own={own} tab="offers" intro={t("intro")} notice={notice}>
      {host === null ? null : (
        <p className="mb-6 max-w-3xl text-muted">
          {t("service", { host })} <Link href="/privacy" className="underline">{t("privacy")}</Link>
        </p>
      )}
      <NextIntlClientProvider messages={{ Form: messages.Form, Errors: messages.Errors, WritingAid: messages.WritingAid }}>
        <div className="grid items-start gap-10 lg:grid-cols-2">
          {directions.map((direction) => (
            <StatementSection key={direction} own={own} direction={direction} edited={edited?.direction === direction ? edited : null} aid={aid} />
          ))}
        </div>
      </NextIntlClientProvider>
    </Frame>
  );
}

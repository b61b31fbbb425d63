import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/layout/notice";
import { Alert } from "@/components/ui/badge";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { checkWording } from "@/domain/wording/rules";
import { getWording } from "@/domain/wording/queries";
import { placeholders, wordingKeySchema } from "@/domain/wording/schema";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { eventExample } from "@/server/mail/samples";
import { standardWording } from "@/server/mail/wordings";
import { getActor } from "@/server/session";
import { resetAction } from "../../../actions";
import { LanguageTabs } from "./_components/language-tabs";
import { PlaceholderTable } from "./_components/placeholder-table";
import { StandardText } from "./_components/standard-text";
import { WordingForm } from "./_components/wording-form";

type Address = { programme: string; kind: string; language: string };
type Props = { params: Promise<Address>; searchParams: Promise<Record<string, string | string[] | undefined>> };

function readKey({ programme, kind, language }: Address) {
  const key = wordingKeySchema.safeParse({ programme, kind, locale: language });
  return key.success ? key.data : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = readKey(await params);
  const [t, tKind] = await Promise.all([getTranslations("WordingPage"), getTranslations("MailKinds")]);
  return { title: t("title", { kind: tKind(kind) }) };
}

/** The text of one kind of mail in one language, with the standard text beside it. */
export default async function WordingPage({ params, searchParams }: Props) {
  const key = readKey(await params);
  const [{ notice }, here, actor, t, tList, tKind] = await Promise.all([searchParams, getLocale(), getActor(), getTranslations("WordingPage"), getTranslations("WordingsPage"), getTranslations("MailKinds")]);
  const { stored, example } = await readPage(getWording(actor, key));
  const { programme, kind, locale } = key;
  const standard = standardWording(kind, locale);
  const event = eventExample(locale, example);
  return (
    <Container wide>
      <Notice code={notice} />
      <p className="mb-6"><Link href={`/moderation/wordings/${programme}`} prefetch={false} className="underline">{t("back")}</Link></p>
      <PageHeader title={t("title", { kind: tKind(kind) })} intro={tList(`purposes.${kind}`)} />
      <LanguageTabs current={key} />
      {stored && checkWording(placeholders[kind], stored).length > 0 ? <div className="mb-6"><Alert tone="warning" title={t("unfit")}>{t("unfitText")}</Alert></div> : null}
      <p className="mb-4">{stored ? t("isOwn", { at: formatInstant(stored.updatedAt, here, event.timeZone) }) : t("isStandard")}</p>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <WordingForm wording={key} stored={stored} standard={standard} />
        <div className="space-y-6">
          <StandardText locale={locale} standard={standard} />
          {stored ? (
            <Card className="space-y-3">
              <p>{t("resetHint")}</p>
              <ActionButton action={resetAction} fields={{ programme, kind, locale, seen: stored.revision }}>{t("reset")}</ActionButton>
            </Card>
          ) : null}
        </div>
      </div>
      <PlaceholderTable kind={kind} locale={locale} event={event} />
    </Container>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { CallText } from "@/components/call/call-text";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/layout/notice";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { getCall } from "@/domain/call/queries/get-call";
import type { CallView } from "@/domain/call/schema";
import { idSchema, type Locale } from "@/domain/input";
import { NotFound } from "@/domain/result";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { closeAction } from "../actions";
import { AnswerForm } from "./_components/answer-form";
import { OwnAnswer } from "./_components/own-answer";
import { ReceivedAnswer } from "./_components/received-answer";
import { ReportForm } from "./_components/report-form";

type Props = { params: Promise<{ call: string }>; searchParams: Promise<{ notice?: string | string[] }> };

const read = cache(async (id: string, locale: Locale) =>
  readPage(idSchema.safeParse(id).success ? getCall(await getActor(), (await getHomeProgramme()).id, id, locale) : Promise.reject(new NotFound("no call has such an id"))));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { call } = await read((await params).call, await getLocale());
  const t = await getTranslations("CallPage");
  return { title: t("pageTitle", { name: call.organisation.name }), robots: { index: false } };
}

export default async function CallPage({ params, searchParams }: Props) {
  const [{ call: id }, { notice }, locale, t, programme] = await Promise.all([params, searchParams, getLocale(), getTranslations("CallPage"), getHomeProgramme()]);
  const view = await read(id, locale);
  const { call } = view;
  return (
    <Container>
      <p className="mb-6"><Link href="/calls" className="inline-flex min-h-6 items-center underline">{t("back")}</Link></p>
      <Notice code={notice} />
      <PageHeader title={call.isOwn ? t("ownTitle") : t("title", { name: call.organisation.name })} />
      <Card className="space-y-4">
        <CallText call={call} timeZone={programme.timeZone} />
        {call.isOwn && call.state === "open" ? <ActionButton action={closeAction} fields={{ call: id }}>{t("close")}</ActionButton> : null}
      </Card>
      {call.isOwn ? <Received view={view} /> : <Answering view={view} />}
    </Container>
  );
}

async function Received({ view: { call, answers, details } }: { view: CallView }) {
  const t = await getTranslations("CallPage");
  return (
    <Section title={t("answers")}>
      {answers.length === 0 ? <p className="text-muted">{t("noAnswers")}</p> : (
        <ul className="space-y-4">{answers.map((answer) => <li key={answer.id}><ReceivedAnswer answer={answer} call={call.id} details={details} /></li>)}</ul>
      )}
    </Section>
  );
}

async function Answering({ view: { call, answers: [answer], details } }: { view: CallView }) {
  const t = await getTranslations("CallPage");
  return (
    <>
      {answer ? <Section title={t("yourAnswer")}><OwnAnswer answer={answer} call={call.id} /></Section> : null}
      {!answer && call.state === "open" ? <Section title={t("answer")}><AnswerForm call={call} details={details} /></Section> : null}
      <div className="mt-10"><ReportForm call={call.id} name={call.organisation.name} /></div>
    </>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EventNav } from "@/components/event/event-nav";
import { Form } from "@/components/form/form";
import { SeenField } from "@/components/form/seen-field";
import { SubmitButton } from "@/components/form/submit-button";
import { WordsFields } from "@/components/request/words-fields";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { prepareEdit } from "@/domain/request/queries/prepare-request";
import { canEdit } from "@/domain/request/rules";
import { type RequestDetail, requestKeySchema } from "@/domain/request/schema";
import { Link, redirect } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { editAction } from "../../actions";

type Props = { params: Promise<{ event: string; request: string }> };

const readEdit = cache(async (event: string, id: string) => {
  const key = requestKeySchema.safeParse({ event, id });
  if (!key.success) notFound();
  return readPage(prepareEdit(await getActor(), key.data, await getLocale()));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event, request } = await params;
  const { partner } = await readEdit(event, request);
  return { title: (await getTranslations("EditRequest"))("title", { name: partner.name }) };
}

/** What stands in the request now; a need or an offer that is gone has become own words. */
function defaultsOf(request: RequestDetail) {
  const own = request.statementId === null ? { ownSubject: request.subject, ownSubjectLocale: request.subjectLocale } : {};
  return {
    subject: request.statementId ?? "own",
    ...own,
    message: request.message,
    messageLocale: request.messageLocale,
    person: request.requesterPerson.id,
  };
}

export default async function EditRequestPage({ params }: Props) {
  const { event: slug, request: id } = await params;
  const { request, own, partner, matched } = await readEdit(slug, id);
  const back = `/events/${slug}/requests/${id}`;
  if (!canEdit(request, request.side, new Date())) redirect({ href: back, locale: await getLocale() });
  const t = await getTranslations("EditRequest");
  return (
    <Container>
      <EventNav event={request.event} current="requests" />
      <PageHeader title={t("title", { name: partner.name })} />
      <Card className="max-w-3xl">
        <Form action={editAction}>
          <input type="hidden" name="event" value={slug} />
          <input type="hidden" name="id" value={id} />
          <SeenField name="version" value={request.version} />
          <WordsFields
            own={own}
            partner={partner}
            matched={new Set(matched)}
            speakers={request.speakers}
            ownPersonId={request.ownPersonId}
            defaults={defaultsOf(request)}
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton>{t("submit")}</SubmitButton>
            <Link href={back} className={buttonClass("quiet")}>{t("keep")}</Link>
          </div>
        </Form>
      </Card>
    </Container>
  );
}

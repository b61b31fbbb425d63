import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { isActive } from "@/domain/registration/rules";
import { getRegistrationView } from "@/domain/registration/queries/get-registration";
import { NotFound } from "@/domain/result";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { cancelAction } from "../actions";

type Props = { params: Promise<{ event: string }> };

/** The registration that can be cancelled; without one this page does not exist. */
async function readView(slug: string) {
  if (!slugSchema.safeParse(slug).success) throw new NotFound("no event has such an address");
  const view = await getRegistrationView(await getActor(), slug, await getLocale());
  if (!view.own || !isActive(view.own.state)) throw new NotFound("there is nothing to cancel");
  return view;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("CancelRegistration");
  return { title: t("title") };
}

export default async function CancelPage({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await readPage(readView(slug));
  const t = await getTranslations("CancelRegistration");
  return (
    <Container>
      <PageHeader title={t("title")} eyebrow={<span lang={event.textLocale}>{event.title}</span>} />
      <Card className="max-w-3xl">
        <p className="text-lg">{t("intro")}</p>
        <ul className="my-3 list-disc space-y-1 pl-6 text-lg">
          <li>{t("place")}</li>
          <li>{t("requests")}</li>
          <li>{t("meetings")}</li>
        </ul>
        <p className="mb-6 text-lg">{t("again")}</p>
        <Form action={cancelAction} className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="event" value={slug} />
          <SubmitButton look="danger">{t("submit")}</SubmitButton>
          <Link href={`/events/${slug}/register`} className={buttonClass("quiet")}>{t("keep")}</Link>
        </Form>
      </Card>
    </Container>
  );
}

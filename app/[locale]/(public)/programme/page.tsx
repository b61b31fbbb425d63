import { getLocale, getTranslations } from "next-intl/server";
import { EventCard } from "@/components/event/event-card";
import { Container, PageHeader, Section } from "@/components/ui/surface";
import { listProgrammeEvents } from "@/domain/event/queries";
import { pageMetadata } from "@/i18n/metadata";
import { env } from "@/server/env";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("ProgrammePage");
  return pageMetadata({ locale, path: "/programme", title: t("title"), description: t("intro") });
}

export default async function ProgrammePage() {
  const t = await getTranslations("ProgrammePage");
  const events = await listProgrammeEvents(env().HOME_PROGRAMME, await getLocale());
  return (
    <Container>
      <PageHeader title={t("title")} intro={t("intro")} />
      <ol className="space-y-5">
        {events.map((event) => <li key={event.id}><EventCard event={event} /></li>)}
      </ol>
      <Section title={t("rulesTitle")}>
        <ul className="max-w-3xl list-disc space-y-2 pl-6 text-lg">
          {[t("rule1"), t("rule2"), t("rule3"), t("rule4")].map((rule) => <li key={rule}>{rule}</li>)}
        </ul>
      </Section>
    </Container>
  );
}

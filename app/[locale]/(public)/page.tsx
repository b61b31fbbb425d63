import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { EventCard } from "@/components/event/event-card";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, Section } from "@/components/ui/surface";
import { listProgrammeEvents } from "@/domain/event/queries";
import { pageMetadata } from "@/i18n/metadata";
import { Link } from "@/i18n/navigation";
import { env } from "@/server/env";
import { Bridge } from "./_components/bridge";
import { Aims, ForWhom, Steps } from "./_components/story";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("Home");
  return pageMetadata({ locale, path: "", title: t("metaTitle"), description: t("intro") });
}

export default async function HomePage() {
  const locale = await getLocale();
  const t = await getTranslations("Home");
  const events = await listProgrammeEvents(env().HOME_PROGRAMME, locale);
  const now = new Date();
  const next = events.find((event) => event.endsAt > now && event.form !== "cancelled");
  return (
    <Container wide>
      <Hero nextSlug={next?.slug} />
      {next ? (
        <Section title={t("nextTitle")}>
          <EventCard event={next} level={3} />
          <Link href="/programme" className={`${buttonClass("quiet")} mt-4`}>{t("allEvents")}</Link>
        </Section>
      ) : null}
      <Steps />
      <Aims />
      <ForWhom />
      <Partners />
    </Container>
  );
}

function Hero({ nextSlug }: { nextSlug: string | undefined }) {
  const t = useTranslations("Home");
  return (
    <div className="grid items-center gap-10 lg:grid-cols-[1.1fr_1fr]">
      <div>
        <p className="mb-3 font-semibold text-accent">{t("eyebrow")}</p>
        <h1 className="text-4xl font-extrabold sm:text-6xl">{t("title")}</h1>
        <p className="mt-5 max-w-2xl text-lg text-muted sm:text-xl">{t("intro")}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Link href={nextSlug ? `/events/${nextSlug}` : "/programme"} className={buttonClass()}>{t("takePart")}</Link>
          <Link href="/organisations" className={buttonClass("secondary")}>{t("whoTakesPart")}</Link>
        </div>
      </div>
      <Bridge />
    </div>
  );
}

function Partners() {
  const t = useTranslations("Home");
  const partners = [
    { role: t("leadPartner"), name: t("leadName"), text: t("leadText"), href: "/cluster" },
    { role: t("projectPartner"), name: "WITENO GmbH", text: t("partnerText"), href: "/partner" },
  ];
  return (
    <Section title={t("partnersTitle")}>
      <ul className="grid gap-4 md:grid-cols-2">
        {partners.map((partner) => (
          <li key={partner.href}>
            <Card className="h-full">
              <p className="font-semibold text-accent">{partner.role}</p>
              <h3 className="mt-1 text-xl font-bold">{partner.name}</h3>
              <p className="mt-2">{partner.text}</p>
              <Link href={partner.href} className="mt-3 inline-flex min-h-8 items-center font-semibold text-primary underline">
                {t("readMore")}<span className="sr-only">: {partner.name}</span>
              </Link>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ProfileView } from "@/components/organisation/profile-view";
import { buttonClass } from "@/components/ui/button";
import { Card, Container } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { getPublicProfile } from "@/domain/organisation/queries";
import { pageMetadata } from "@/i18n/metadata";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { env } from "@/server/env";

type Props = { params: Promise<{ locale: string; organisation: string }> };

const readProfile = cache(async (slug: string) => {
  if (!slugSchema.safeParse(slug).success) notFound();
  return readPage(getPublicProfile(env().HOME_PROGRAMME, slug));
});

export async function generateMetadata({ params }: Props) {
  const { locale, organisation } = await params;
  const { name, slug, descriptions } = await readProfile(organisation);
  const text = (descriptions.find((description) => description.locale === locale) ?? descriptions[0])?.text;
  return pageMetadata({ locale, path: `/organisations/${slug}`, title: name, ...(text ? { description: text.slice(0, 160) } : {}) });
}

export default async function OrganisationPage({ params }: Props) {
  const profile = await readProfile((await params).organisation);
  const t = await getTranslations("PublicOrganisations");
  return (
    <Container>
      <p className="mb-6"><Link href="/organisations" className="inline-flex min-h-8 items-center underline">{t("back")}</Link></p>
      <ProfileView profile={profile} />
      <Card className="mt-12 bg-primary-soft">
        <h2 className="text-xl font-bold">{t("askTitle", { name: profile.name })}</h2>
        <p className="mt-1 mb-4">{t("askText")}</p>
        <Link href="/programme" className={buttonClass()}>{t("askAction")}</Link>
      </Card>
    </Container>
  );
}

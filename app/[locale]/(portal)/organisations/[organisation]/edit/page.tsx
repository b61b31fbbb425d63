import { getTranslations } from "next-intl/server";
import { Frame, frameTitle } from "../_components/frame";
import { type OwnProps, readOwn } from "../_components/own-organisation";
import { LogoForm } from "./_components/logo-form";
import { ProfileForm } from "./_components/profile-form";

export async function generateMetadata({ params }: OwnProps) {
  return frameTitle(await readOwn((await params).organisation), "edit");
}

export default async function EditOrganisationPage({ params, searchParams }: OwnProps) {
  const own = await readOwn((await params).organisation);
  const t = await getTranslations("OrganisationEdit");
  return (
    <Frame own={own} tab="edit" intro={t("intro")} notice={(await searchParams)["notice"]}>
      <ProfileForm own={own} />
      <LogoForm slug={own.profile.slug} name={own.profile.name} logo={own.profile.logo} />
    </Frame>
  );
}

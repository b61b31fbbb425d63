import { getTranslations } from "next-intl/server";
import { ProfileView } from "@/components/organisation/profile-view";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, EmptyState } from "@/components/ui/surface";
import { Link } from "@/i18n/navigation";
import { Frame, frameTitle } from "../_components/frame";
import { type OwnProps, readOwn } from "../_components/own-organisation";

/** Whose eyes one can look through. */
const eyes = ["public", "participant", "moderator"] as const;

export async function generateMetadata({ params }: OwnProps) {
  return frameTitle(await readOwn((await params).organisation), "preview");
}

export default async function PreviewPage({ params, searchParams }: OwnProps) {
  const own = await readOwn((await params).organisation);
  const { as, notice } = await searchParams;
  const current = eyes.find((name) => name === as) ?? "participant";
  const t = await getTranslations("OrganisationPreview");
  const { slug } = own.profile;
  const seen = own.as(current);
  return (
    <Frame own={own} tab="preview" intro={t("intro")} notice={notice}>
      <nav aria-label={t("nav")} className="mb-6 flex flex-wrap gap-2">
        {eyes.map((name) => (
          <Link
            key={name}
            href={`/organisations/${slug}/preview?as=${name}`}
            aria-current={name === current ? "true" : undefined}
            className={buttonClass(name === current ? "primary" : "secondary", "small")}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      {own.admission?.state === "approved" || current === "moderator" ? null : <div className="mb-6"><Alert tone="primary">{t("notYet")}</Alert></div>}
      {seen ? (
        <Card><ProfileView profile={seen} level={2} /></Card>
      ) : (
        <EmptyState title={t("nothingTitle")} action={<Link href={`/organisations/${slug}/visibility`} className={buttonClass("secondary")}>{t("change")}</Link>}>
          {t("nothingText")}
        </EmptyState>
      )}
    </Frame>
  );
}

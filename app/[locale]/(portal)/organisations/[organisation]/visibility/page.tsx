import { getTranslations } from "next-intl/server";
import { ChoiceGroup } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SavedDifferences } from "@/components/form/saved-differences";
import { SeenField } from "@/components/form/seen-field";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import { visibilities } from "@/domain/organisation/schema";
import { Link } from "@/i18n/navigation";
import { Frame, frameTitle } from "../_components/frame";
import { type OwnProps, readOwn } from "../_components/own-organisation";
import { editVisibilityAction } from "./actions";

export async function generateMetadata({ params }: OwnProps) {
  return frameTitle(await readOwn((await params).organisation), "visibility");
}

export default async function VisibilityPage({ params, searchParams }: OwnProps) {
  const own = await readOwn((await params).organisation);
  const t = await getTranslations("OrganisationVisibility");
  const { profile, settings, version } = own;
  const saved = (["profile", "contact"] as const).map((name) => ({ name, label: t(name), values: [settings[name]], words: t(settings[name]) }));
  return (
    <Frame own={own} tab="visibility" intro={t("intro")} notice={(await searchParams)["notice"]}>
      <Card>
        <Form action={editVisibilityAction} className="space-y-8">
          <SavedDifferences fields={saved} />
          <input type="hidden" name="organisation" value={profile.slug} />
          <SeenField name="version" value={version} />
          <ChoiceGroup
            name="profile"
            isSingle
            label={t("profile")}
            hint={t("profileHint")}
            options={visibilities.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
            defaultValue={[settings.profile]}
          />
          <ChoiceGroup
            name="contact"
            isSingle
            label={t("contact")}
            hint={t("contactHint")}
            options={visibilities.map((value) => ({ value, label: t(value), hint: t(value === "moderators" ? "moderatorsContactHint" : `${value}Hint`) }))}
            defaultValue={[settings.contact]}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{t("save")}</SubmitButton>
            <Link href={`/organisations/${profile.slug}/preview`} className={buttonClass("quiet")}>{t("toPreview")}</Link>
          </div>
        </Form>
      </Card>
    </Frame>
  );
}

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Logo } from "@/components/organisation/logo";
import { Card } from "@/components/ui/surface";
import { removeLogoAction, setLogoAction } from "../actions";

/** The logo: it is uploaded by itself, so that the form of the profile stays small. */
export function LogoForm({ slug, name, logo }: { slug: string; name: string; logo: string | null }) {
  const t = useTranslations("OrganisationEdit");
  return (
    <Card className="mt-8" id="logo">
      <h2 className="mb-4 text-2xl font-bold">{t("logo")}</h2>
      {logo ? (
        <div className="mb-5 flex flex-wrap items-center gap-4">
          <Logo name={name} src={logo} />
          <p>{t("logoNow")}</p>
          <ActionButton action={removeLogoAction} fields={{ organisation: slug }}>{t("logoRemove")}</ActionButton>
        </div>
      ) : null}
      <Form action={setLogoAction}>
        <input type="hidden" name="organisation" value={slug} />
        <FileField name="logo" label={t("logoFile")} hint={t("logoHint")} accept="image/png,image/jpeg,image/webp" />
        <SubmitButton look="secondary">{t("logoSave")}</SubmitButton>
      </Form>
    </Card>
  );
}

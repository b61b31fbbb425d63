import { useTranslations } from "next-intl";
import { InvitationButtons } from "@/components/organisation/invitation-buttons";
import { Badge, type Tone } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { DeskOrganisation } from "@/domain/desk/schema";
import { Link } from "@/i18n/navigation";
import { acceptInvitationAction, declineInvitationAction } from "../../organisations/actions";

const tones: Record<string, Tone> = { approved: "success", pending: "primary", returned: "warning", refused: "danger", invited: "accent" };

/** One organisation: where it stands, how complete its profile is, and the way in. */
export function OrganisationPanel({ organisation }: { organisation: DeskOrganisation }) {
  const t = useTranslations("DeskOrganisation");
  const { state, slug, name, admission, completeness, membershipId } = organisation;
  const badge = state === "active" ? (admission ?? "absent") : state;
  return (
    <Card className="flex h-full flex-col gap-3">
      <h3 className="text-xl font-bold">{name}</h3>
      <div><Badge tone={tones[badge] ?? "neutral"}>{t(`badge.${badge}`)}</Badge></div>
      {completeness ? <p>{t("complete", { percent: completeness.percent })}</p> : null}
      {state === "invited" ? <InvitationButtons membership={membershipId} accept={acceptInvitationAction} decline={declineInvitationAction} /> : null}
      {state === "requested" ? <p className="text-muted">{t("requestedText")}</p> : null}
      {state === "active" ? (
        <p className="mt-auto">
          <Link href={`/organisations/${slug}/edit`} aria-label={t("openLabel", { name })} className={buttonClass("secondary", "small")}>{t("open")}</Link>
        </p>
      ) : null}
    </Card>
  );
}

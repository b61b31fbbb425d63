import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/badge";
import type { AdmissionState } from "@/domain/admission/schema";
import { resubmitAction } from "../actions";

type Props = { slug: string; admission: { state: AdmissionState; reason: string | null } | null; email: string };

/** Where the organisation stands with the moderators, and what happens next. Nothing once it is in. */
export function AdmissionStatus({ slug, admission, email }: Props) {
  const t = useTranslations("OrganisationFrame");
  switch (admission?.state) {
    case "approved":
      return null;
    case "pending":
      return <Alert tone="primary" title={t("pendingTitle")}>{t("pendingText")}</Alert>;
    case "returned":
      return (
        <Alert tone="warning" title={t("returnedTitle")}>
          <Reason reason={admission.reason} />
          <p className="mt-2 mb-3">{t("returnedText")}</p>
          <ActionButton action={resubmitAction} fields={{ organisation: slug }} look="primary">{t("resubmit")}</ActionButton>
        </Alert>
      );
    case "refused":
      return (
        <Alert tone="danger" title={t("refusedTitle")}>
          <Reason reason={admission.reason} />
          <p className="mt-2">{t("refusedText", { email })}</p>
        </Alert>
      );
    case undefined:
      return <Alert tone="neutral" title={t("absentTitle")}>{t("absentText", { email })}</Alert>;
  }
}

function Reason({ reason }: { reason: string | null }) {
  const t = useTranslations("OrganisationFrame");
  if (!reason) return null;
  return (
    <>
      <p className="mt-1">{t("reason")}</p>
      <blockquote className="mt-1 border-l-4 border-line-strong pl-3 whitespace-pre-line">{reason}</blockquote>
    </>
  );
}

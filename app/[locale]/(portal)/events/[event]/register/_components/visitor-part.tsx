import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, EmptyState } from "@/components/ui/surface";
import type { PublicEvent } from "@/domain/event/schema";
import { Link } from "@/i18n/navigation";
import { InterestForm } from "./interest-form";

/** The registration page of somebody who is not signed in. */
export function VisitorPart({ event }: { event: PublicEvent }) {
  const t = useTranslations("RegisterPage");
  if (event.form === "soon") return <InterestForm event={event.slug} />;
  if (event.form === "closed") return <EmptyState title={t("closedTitle")}>{t("closedText")}</EmptyState>;
  return (
    <>
      {event.form === "full" ? <Alert tone="warning" title={t("fullTitle")}>{t("fullText")}</Alert> : null}
      <Card>
        <h2 className="text-2xl font-bold">{t("visitorTitle")}</h2>
        <ol className="mt-3 mb-6 list-decimal space-y-1.5 pl-6 text-lg">
          <li>{t("step1")}</li>
          <li>{t("step2")}</li>
          <li>{t("step3")}</li>
        </ol>
        <Link href={`/sign-in?next=/events/${event.slug}/register`} className={buttonClass()}>{t("signIn")}</Link>
      </Card>
    </>
  );
}

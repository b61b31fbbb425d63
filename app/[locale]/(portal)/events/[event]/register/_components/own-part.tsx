import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, EmptyState } from "@/components/ui/surface";
import type { Actor } from "@/domain/actor";
import type { PublicEvent } from "@/domain/event/schema";
import { isActive } from "@/domain/registration/rules";
import type { RegistrationView } from "@/domain/registration/schema";
import { Link } from "@/i18n/navigation";
import { InterestForm } from "./interest-form";
import { RegistrationForm } from "./registration-form";
import { RegistrationStatus } from "./registration-status";

type Props = { view: RegistrationView; event: PublicEvent; actor: Actor };

/** The registration page of somebody who is signed in: the own registration, or the form for one. */
export function OwnPart({ view, event, actor }: Props) {
  const { own } = view;
  return (
    <>
      {own ? <RegistrationStatus own={own} event={view.event} link={view.link} /> : null}
      {own && isActive(own.state) ? <Details view={view} isOver={view.isOver} /> : null}
      {!own || own.state === "cancelled" ? <NewRegistration view={view} event={event} actor={actor} /> : null}
    </>
  );
}

function Details({ view, isOver }: { view: RegistrationView; isOver: boolean }) {
  const t = useTranslations("RegisterPage");
  if (isOver) return <p className="text-lg text-muted">{t("over")}</p>;
  return (
    <>
      <Card>
        <h2 className="mb-5 text-2xl font-bold">{t("details")}</h2>
        <RegistrationForm view={view} mode="change" />
      </Card>
      <p>
        <Link href={`/events/${view.event.slug}/register/cancel`} className={buttonClass("danger")}>{t("cancel")}</Link>
      </p>
    </>
  );
}

function NewRegistration({ view, event, actor }: Props) {
  const t = useTranslations("RegisterPage");
  if (event.form === "soon") return <InterestForm event={event.slug} email={actor.kind === "person" ? actor.email : undefined} />;
  if (event.form === "closed") return <EmptyState title={t("closedTitle")}>{t("closedText")}</EmptyState>;
  if (view.organisations.length === 0) {
    return (
      <EmptyState title={t("noOrganisationTitle")} action={<Link href="/organisations/new" className={buttonClass()}>{t("newOrganisation")}</Link>}>
        {t("noOrganisationText")}
      </EmptyState>
    );
  }
  const isFull = event.form === "full";
  return (
    <>
      {isFull ? <Alert tone="warning" title={t("fullTitle")}>{t("fullText")}</Alert> : null}
      {view.organisations.some(({ isAdmitted }) => isAdmitted) ? null : <Alert tone="primary">{t("organisationPending")}</Alert>}
      <Card>
        <h2 className="mb-5 text-2xl font-bold">{t("formTitle")}</h2>
        <RegistrationForm view={view} mode={isFull ? "wait" : "register"} />
      </Card>
    </>
  );
}

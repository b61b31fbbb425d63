import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { DeskEvent, DeskOrganisation, DeskStep } from "@/domain/desk/schema";
import { Link } from "@/i18n/navigation";

/** Where the step is taken; null where there is nothing to do but wait. */
function placeOf(step: DeskStep): string | null {
  switch (step.kind) {
    case "invitation":
      return "#organisations";
    case "organisation":
      return "/organisations/new";
    case "moderation":
      return "/moderation";
    case "organisation_returned":
      return `/organisations/${step.organisation}/edit`;
    case "organisation_pending":
      return `/organisations/${step.organisation}/preview`;
    case "profile":
      return `/organisations/${step.organisation}/${step.part === "offers" || step.part === "needs" ? "offers" : "edit"}`;
    case "answer":
      return `/events/${step.event}/requests`;
    case "registration_returned":
    case "register":
    case "registration_pending":
      return `/events/${step.event}/register`;
    case "agenda":
      return `/events/${step.event}/agenda`;
    case "partners":
      return `/events/${step.event}/partners`;
    case "done":
      return "/partners";
    case "membership_requested":
    case "organisation_refused":
      return null;
  }
}

type Props = { step: DeskStep; events: DeskEvent[]; organisations: DeskOrganisation[]; contactEmail: string };

/** The one next thing to do, before everything else on the desk. */
export function StepCard({ step, events, organisations, contactEmail }: Props) {
  const t = useTranslations("DeskStep");
  const place = placeOf(step);
  const button = step.kind === "membership_requested" || step.kind === "organisation_refused" ? null : t(`button.${step.kind}`);
  const event = "event" in step ? events.find(({ slug }) => slug === step.event) : undefined;
  const organisation = "organisation" in step ? organisations.find(({ slug }) => slug === step.organisation) : undefined;
  const title = step.kind === "answer" ? t("answerTitle", { count: step.count }) : t(`title.${step.kind}`);
  return (
    <section aria-label={t("label")} className="rounded-2xl border-2 border-primary bg-primary-soft p-6 sm:p-8">
      <p className="mb-1 font-semibold text-accent">{t("label")}</p>
      <h2 className="text-2xl font-bold text-ink">{title}</h2>
      {event ? <p className="mt-1 font-semibold text-ink" lang={event.textLocale}>{event.title}</p> : null}
      {organisation ? <p className="mt-1 font-semibold text-ink">{organisation.name}</p> : null}
      <p className="mt-2 max-w-2xl text-ink">{step.kind === "organisation_refused" ? t("refusedText", { email: contactEmail }) : t(`text.${step.kind}`)}</p>
      {place ? <Link href={place} className={`${buttonClass()} mt-5`}>{button}</Link> : null}
    </section>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import { linkOutAt } from "@/domain/event/rules";
import { standing } from "@/domain/registration/rules";
import type { OwnRegistration, RegistrationView } from "@/domain/registration/schema";
import { formatDay } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

type Standing = ReturnType<typeof standing>;

const tones: Record<Standing, Tone> = {
  pending: "warning",
  returned: "danger",
  approved: "success",
  unadmitted: "warning",
  waiting: "warning",
  refused: "danger",
  cancelled: "neutral",
};

/** Where the own registration stands, what it waits for and what to do next. */
export function RegistrationStatus({ own, event, link }: { own: OwnRegistration; event: RegistrationView["event"]; link: string | null }) {
  const t = useTranslations("RegistrationStatus");
  const state = standing(own.state, own.organisation.isAdmitted);
  return (
    <Card className="space-y-3">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={tones[state]}>{t(`badge.${state}`)}</Badge>
        <span className="text-muted">{t("as", { person: own.personName, organisation: own.organisation.name })}</span>
      </p>
      <p className="text-lg">{t(`text.${state}`, { position: own.position ?? 0 })}</p>
      {own.reason ? <blockquote className="border-l-4 border-line-strong pl-4 whitespace-pre-line">{own.reason}</blockquote> : null}
      {state === "pending" && !own.organisation.isAdmitted ? <p>{t("organisationPending")}</p> : null}
      {state === "approved" ? <Participation event={event} link={link} /> : null}
    </Card>
  );
}

/** For those who take part: the link or when it comes, and the way to the partners. */
function Participation({ event, link }: { event: RegistrationView["event"]; link: string | null }) {
  const t = useTranslations("RegistrationStatus");
  const locale = useLocale();
  return (
    <>
      {link ? (
        <p className="rounded-xl bg-primary-soft px-4 py-3">
          <span className="font-semibold">{t("link")}</span>{" "}
          <a href={link} rel="noreferrer" className="break-all underline">{link}</a>
        </p>
      ) : (
        <p className="text-muted">{t("linkLater", { day: formatDay(linkOutAt(event), locale, event.timeZone) })}</p>
      )}
      {event.kind === "matchmaking" ? <Link href={`/events/${event.slug}/partners`} className={buttonClass()}>{t("findPartners")}</Link> : null}
    </>
  );
}

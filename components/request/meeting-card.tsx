import { CalendarCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/form";
import { UserText } from "@/components/organisation/user-text";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { MeetingSummary } from "@/domain/meeting/schema";
import { formatDay, formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { CancelForm } from "./cancel-form";
import { PartnerLine } from "./partner-line";

type Props = {
  meeting: MeetingSummary;
  event: { slug: string; timeZone: string };
  cancel: FormAction;
  /** False on the request's own page. */
  showsRequest?: boolean;
  /** More that can be done with it. */
  children?: ReactNode;
};

/** An agreed meeting: who meets whom about what, when if that is known, and the way out of it. */
export function MeetingCard({ meeting, event, cancel, showsRequest = true, children }: Props) {
  const t = useTranslations("MeetingCard");
  const { partner, requestId } = meeting;
  return (
    <Card className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <PartnerLine partner={partner} event={event.slug} />
        {meeting.origin === "pairing" ? <Badge tone="accent">{t("pairing")}</Badge> : null}
      </div>
      <div className="min-w-0 space-y-1">
        <p className="text-lg font-semibold break-words"><UserText text={meeting.subject} locale={meeting.subjectLocale} /></p>
        <p>{t("speaks", { own: meeting.speaker.personName, other: meeting.partnerSpeaker.personName })}</p>
        <MeetingTime meeting={meeting} timeZone={event.timeZone} />
      </div>
      <div className="flex flex-wrap items-start gap-3">
        {meeting.time ? <Link href={`/events/${event.slug}/agenda`} className={buttonClass("secondary", "small")}>{t("agenda")}</Link> : null}
        {showsRequest && requestId ? (
          <Link href={`/events/${event.slug}/requests/${requestId}`} aria-label={t("requestLabel", { name: partner.name })} className={buttonClass("secondary", "small")}>
            {t("request")}
          </Link>
        ) : null}
        {children}
        <CancelForm meeting={meeting} event={event.slug} action={cancel} />
      </div>
    </Card>
  );
}

function MeetingTime({ meeting: { time }, timeZone }: { meeting: MeetingSummary; timeZone: string }) {
  const t = useTranslations("MeetingCard");
  const locale = useLocale();
  if (!time) return <p className="text-muted">{t("noTime")}</p>;
  return (
    <p className="flex items-center gap-2 font-semibold text-success">
      <CalendarCheck aria-hidden="true" className="size-5 shrink-0" />
      {t("time", { day: formatDay(time.startsAt, locale, timeZone), times: formatTimes(time.startsAt, time.endsAt, locale, timeZone) })}
    </p>
  );
}

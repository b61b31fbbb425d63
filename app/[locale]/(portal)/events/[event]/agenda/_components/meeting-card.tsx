import { MapPin, MessageSquareText, Users } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Reasons } from "@/components/directory/reasons";
import { OutcomeButtons } from "@/components/outcome/outcome-buttons";
import { UserText } from "@/components/organisation/user-text";
import { CancelForm } from "@/components/request/cancel-form";
import { OtherTimes } from "@/components/schedule/other-times";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Card } from "@/components/ui/surface";
import type { Agenda, AgendaMeeting } from "@/domain/schedule/schema";
import { formatLanguages } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { rateAction } from "../../outcomes/actions";
import { cancelMeetingAction, moveLateAction } from "../actions";

type Props = { meeting: AgendaMeeting; agenda: Pick<Agenda, "event" | "scope"> };

const changeWords = { new: "new", moved: "moved", room: "movedRoom" } as const;

/** One meeting of an agenda: with whom, where, about what, and what can be done. */
export function MeetingCard({ meeting, agenda }: Props) {
  const t = useTranslations("AgendaMeeting");
  return (
    <Card className="min-w-0 break-inside-avoid space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="mr-auto text-xl font-bold">
          <Link href={`/events/${agenda.event.slug}/partners/${meeting.partner.slug}`} prefetch={false} className="underline">{meeting.partner.name}</Link>
        </h3>
        {meeting.change ? <Badge tone="accent">{t(changeWords[meeting.change])}</Badge> : null}
        {meeting.origin === "pairing" ? <Badge>{t("pairing")}</Badge> : null}
      </div>
      {meeting.look ? (
        <div className="no-print space-y-2 rounded-xl bg-sunken p-4">
          <OutcomeButtons event={agenda.event.slug} meeting={meeting} chosen={meeting.look.outcome} from="agenda" action={rateAction} />
          <Link href={`/events/${agenda.event.slug}/outcomes#meeting-${meeting.id}`} prefetch={false} className="inline-flex min-h-6 items-center underline">
            {t("lookBack")}<span className="sr-only">: {meeting.partner.name}</span>
          </Link>
        </div>
      ) : null}
      <Facts meeting={meeting} isOfOrganisation={agenda.scope === "organisation"} />
      <div className="no-print flex flex-wrap items-start gap-3">
        {meeting.options ? (
          <OtherTimes
            options={meeting.options}
            meeting={{ id: meeting.id, partner: meeting.partner.name, hasTime: meeting.slot !== null }}
            event={agenda.event}
            action={moveLateAction}
            fields={{ scope: agenda.scope }}
          />
        ) : null}
        {meeting.reasons.length > 0 ? (
          <Disclosure summary={t("reasons")} label={t("reasonsLabel", { partner: meeting.partner.name })}>
            <Reasons reasons={meeting.reasons} most={4} />
          </Disclosure>
        ) : null}
        {meeting.look ? null : <CancelForm meeting={meeting} event={agenda.event.slug} action={cancelMeetingAction} />}
      </div>
    </Card>
  );
}

function Facts({ meeting, isOfOrganisation }: { meeting: AgendaMeeting; isOfOrganisation: boolean }) {
  const t = useTranslations("AgendaMeeting");
  const locale = useLocale();
  const { languages, interpreter } = meeting;
  const understanding = () => {
    if (languages.length > 0) return t("language", { languages: formatLanguages(languages, locale) });
    return interpreter ? t("interpreted", { name: interpreter }) : t("noLanguage");
  };
  return (
    <ul className="space-y-1.5">
      {meeting.room ? <Fact icon={<MapPin className="size-5" />}><Room room={meeting.room} /></Fact> : null}
      <Fact icon={<Users className="size-5" />}>
        {t("person", { person: meeting.partnerPerson })}
        {isOfOrganisation ? <span className="block">{t("colleague", { person: meeting.person.personName })}</span> : null}
        <span className="block text-muted">{understanding()}</span>
      </Fact>
      <Fact icon={<MessageSquareText className="size-5" />}>
        <span className="sr-only">{t("about")}: </span>
        <UserText text={meeting.subject} locale={meeting.subjectLocale} />
      </Fact>
    </ul>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span aria-hidden="true" className="mt-0.5 shrink-0 text-primary">{icon}</span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}

function Room({ room }: { room: NonNullable<AgendaMeeting["room"]> }) {
  const t = useTranslations("AgendaMeeting");
  if (room.url === null) {
    return (
      <>
        <span className="sr-only">{t("room")}: </span>
        {room.name}
      </>
    );
  }
  return <a href={room.url} className="font-semibold underline">{t("roomLink", { room: room.name })}</a>;
}

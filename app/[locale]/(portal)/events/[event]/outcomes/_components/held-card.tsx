import { useLocale, useTranslations } from "next-intl";
import { OutcomeButtons } from "@/components/outcome/outcome-buttons";
import { UserText } from "@/components/organisation/user-text";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { InsideEvent } from "@/domain/event/schema";
import type { ContactDetails, HeldMeeting } from "@/domain/outcome/schema";
import { formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { rateAction } from "../actions";
import { ContactPart } from "./contact-part";
import { NoteForm } from "./note-form";
import { SecondPart } from "./second-part";

type Props = { meeting: HeldMeeting; event: InsideEvent; details: ContactDetails };

/** One meeting in hindsight: what came of it, and what may follow. */
export function HeldCard({ meeting, event, details }: Props) {
  const t = useTranslations("OutcomesPage");
  const locale = useLocale();
  const { id, partner, rating } = meeting;
  return (
    <Card id={`meeting-${id}`} className="scroll-mt-6 space-y-5">
      <div>
        <h2 className="text-xl font-bold">
          <Link href={`/events/${event.slug}/partners/${partner.slug}`} prefetch={false} className="underline">{partner.name}</Link>
        </h2>
        <p className="text-muted">{t("held", { times: formatTimes(meeting.startsAt, meeting.endsAt, locale, event.timeZone), person: meeting.partnerPerson })}</p>
        <p><UserText text={meeting.subject} locale={meeting.subjectLocale} /></p>
      </div>
      <OutcomeButtons event={event.slug} meeting={meeting} chosen={rating?.outcome ?? null} from="outcomes" action={rateAction} />
      {rating ? (
        <>
          {rating.outcome === "cooperation" ? <CooperationLink meeting={meeting} /> : null}
          <SecondPart meeting={meeting} event={event} wishesAgain={rating.wishesAgain} />
          <ContactPart meeting={meeting} event={event.slug} details={details} />
        </>
      ) : null}
      <NoteForm meeting={meeting} event={event.slug} />
    </Card>
  );
}

function CooperationLink({ meeting: { id, cooperationId, partner } }: { meeting: HeldMeeting }) {
  const t = useTranslations("OutcomesPage");
  const href = cooperationId ? `/cooperations#cooperation-${cooperationId}` : `/cooperations/new?meeting=${id}`;
  return (
    <p>
      <Link href={href} className={buttonClass("secondary", "small")}>
        {cooperationId ? t("cooperationView") : t("cooperationNote")}
        <span className="sr-only">: {partner.name}</span>
      </Link>
    </p>
  );
}

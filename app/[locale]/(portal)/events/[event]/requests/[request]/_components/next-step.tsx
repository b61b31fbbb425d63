import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { DeclineReason } from "@/components/request/decline-reason";
import { MeetingCard } from "@/components/request/meeting-card";
import { Deadline } from "@/components/request/request-card";
import { OtherTimes } from "@/components/schedule/other-times";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { RequestDetail } from "@/domain/request/schema";
import { Link } from "@/i18n/navigation";
import { cancelMeetingAction, moveLateAction, withdrawAction } from "../../actions";
import { AnswerPanel } from "./answer-panel";

/** What the reader can do now, or what came of the request. */
export function NextStep({ request }: { request: RequestDetail }) {
  switch (request.group) {
    case "answer":
      return <AnswerPanel request={request} />;
    case "waiting":
      return <WaitingPanel request={request} />;
    case "agreed":
      return <AgreedPanel request={request} />;
    case "past":
      return <PastPanel request={request} />;
  }
}

function AgreedPanel({ request: { id, event, meeting, options } }: { request: RequestDetail }) {
  if (!meeting) return null;
  return (
    <MeetingCard meeting={meeting} event={event} cancel={cancelMeetingAction} showsRequest={false}>
      {options ? (
        <OtherTimes
          options={options}
          meeting={{ id: meeting.id, partner: meeting.partner.name, hasTime: meeting.time !== null }}
          event={event}
          action={moveLateAction}
          fields={{ request: id }}
        />
      ) : null}
    </MeetingCard>
  );
}

function WaitingPanel({ request: { id, event, side, expiresAt, partner } }: { request: RequestDetail }) {
  const t = useTranslations("RequestPage");
  return (
    <Card className="space-y-4">
      <p className="text-lg">{t("waiting", { name: partner.name })}</p>
      <Deadline request={{ side, expiresAt }} timeZone={event.timeZone} />
      <div className="flex flex-wrap items-start gap-3">
        <Link href={`/events/${event.slug}/requests/${id}/edit`} className={buttonClass("secondary", "small")}>{t("edit")}</Link>
        <ActionButton action={withdrawAction} fields={{ event: event.slug, id }} look="danger">{t("withdraw")}</ActionButton>
      </div>
    </Card>
  );
}

function PastPanel({ request }: { request: RequestDetail }) {
  const t = useTranslations("RequestPage");
  const hasReason = [request.declineCode, request.declineText, request.cancelReason].some((reason) => reason !== null);
  const canAskAgain = request.event.endsAt > new Date() && !request.isBlockedByUs;
  if (!hasReason && !canAskAgain) return null;
  return (
    <Card className="space-y-4">
      {hasReason ? (
        <div>
          <h2 className="mb-2 text-xl font-bold">{t("reason")}</h2>
          <DeclineReason request={request} />
          {request.cancelReason ? <p className="break-words whitespace-pre-line"><q>{request.cancelReason}</q></p> : null}
        </div>
      ) : null}
      {canAskAgain ? (
        <p>
          <Link href={`/events/${request.event.slug}/ask/${request.partner.slug}`} prefetch={false} className={buttonClass("secondary", "small")}>
            {t("askAgain")}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

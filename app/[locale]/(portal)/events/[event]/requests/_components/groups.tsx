import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { DeclineForm } from "@/components/request/decline-form";
import { MeetingCard } from "@/components/request/meeting-card";
import { RequestCard } from "@/components/request/request-card";
import { buttonClass } from "@/components/ui/button";
import type { InsideEvent } from "@/domain/event/schema";
import type { MeetingSummary } from "@/domain/meeting/schema";
import type { RequestSummary } from "@/domain/request/schema";
import { Link } from "@/i18n/navigation";
import { acceptAction, cancelMeetingAction, declineAction, withdrawAction } from "../actions";

type Requests = { requests: readonly RequestSummary[]; event: InsideEvent };

const listClass = "space-y-4";

/** Requests that wait for the reader, each with its answers. */
export function AnswerGroup({ requests, event }: Requests) {
  const t = useTranslations("RequestCard");
  return (
    <ul className={listClass}>
      {requests.map((request) => {
        const { id, partner: { name } } = request;
        return (
          <li key={id}>
            <RequestCard request={request} event={event}>
              <div className="flex flex-wrap items-start gap-3">
                <ActionButton action={acceptAction} fields={{ event: event.slug, id }} look="primary" label={t("acceptLabel", { name })}>
                  {t("accept")}
                </ActionButton>
                <Link href={`/events/${event.slug}/requests/${id}`} prefetch={false} aria-label={t("detailsLabel", { name })} className={buttonClass("secondary", "small")}>
                  {t("details")}
                </Link>
                <DeclineForm action={declineAction} event={event.slug} id={id} summary={t("decline")} label={t("declineLabel", { name })} />
              </div>
            </RequestCard>
          </li>
        );
      })}
    </ul>
  );
}

/** Requests that wait for the other side. */
export function WaitingGroup({ requests, event }: Requests) {
  const t = useTranslations("RequestCard");
  return (
    <ul className={listClass}>
      {requests.map((request) => {
        const { id, partner: { name } } = request;
        const href = `/events/${event.slug}/requests/${id}`;
        return (
          <li key={id}>
            <RequestCard request={request} event={event}>
              <div className="flex flex-wrap items-start gap-3">
                <Link href={href} prefetch={false} aria-label={t("openLabel", { name })} className={buttonClass("secondary", "small")}>{t("open")}</Link>
                <Link href={`${href}/edit`} prefetch={false} aria-label={t("editLabel", { name })} className={buttonClass("secondary", "small")}>{t("edit")}</Link>
                <ActionButton action={withdrawAction} fields={{ event: event.slug, id }} look="danger" label={t("withdrawLabel", { name })}>
                  {t("withdraw")}
                </ActionButton>
              </div>
            </RequestCard>
          </li>
        );
      })}
    </ul>
  );
}

/** Agreed meetings: accepted requests and pairings of the moderators. */
export function AgreedGroup({ meetings, event }: { meetings: readonly MeetingSummary[]; event: InsideEvent }) {
  return (
    <ul className={listClass}>
      {meetings.map((meeting) => (
        <li key={meeting.id}><MeetingCard meeting={meeting} event={event} cancel={cancelMeetingAction} /></li>
      ))}
    </ul>
  );
}

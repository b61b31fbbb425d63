import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/form/action-button";
import { UserText } from "@/components/organisation/user-text";
import { type Board, pairOf } from "@/components/schedule/board";
import { scheduleAddress, type Standing } from "@/components/schedule/standing";
import { useWarningText } from "@/components/schedule/warning-text";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Facts } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import type { DraftMeeting, DraftPerson, DraftPlacement } from "@/domain/schedule/schema";
import { formatLanguages, formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { lockAction, removeAction, unlockAction } from "../actions";
import { CellForm } from "./cell-form";
import { SpotForm } from "./spot-form";

type Props = { board: Board; standing: Standing };

/** What the address asks to edit: a meeting, or a free place. Nothing otherwise. */
export function Editor({ board, standing }: Props) {
  const t = useTranslations("SchedulePage");
  const tEditor = useTranslations("ScheduleEditor");
  const locale = useLocale();
  const meeting = board.meetings.get(standing.meeting ?? "");
  const [slot, room] = [board.slots.get(standing.slot ?? ""), board.rooms.get(standing.room ?? "")];
  if (meeting) {
    return (
      <Panel title={t("pair", pairOf(meeting))} board={board} standing={standing}>
        <MeetingEditor meeting={meeting} board={board} standing={standing} />
      </Panel>
    );
  }
  if (!slot || !room) return null;
  const title = tEditor("cellTitle", { time: formatTimes(slot.startsAt, slot.endsAt, locale, board.event.timeZone), room: room.name });
  return (
    <Panel title={title} board={board} standing={standing}>
      <CellForm board={board} standing={standing} title={title} slotId={slot.id} roomId={room.id} />
    </Panel>
  );
}

function Panel({ title, board, standing, children }: Props & { title: string; children: ReactNode }) {
  const t = useTranslations("ScheduleEditor");
  return (
    <section id="editor" tabIndex={-1} aria-labelledby="editor-title" className="mb-8 scroll-mt-6">
      <Card className="border-2 border-primary">
        <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h2 id="editor-title" className="min-w-0 text-2xl font-bold">{title}</h2>
          <Link href={scheduleAddress(board.event.slug, { view: standing.view })} prefetch={false} className={buttonClass("quiet", "small")}>
            <X aria-hidden="true" className="size-5" />
            {t("close")}
          </Link>
        </div>
        {children}
      </Card>
    </section>
  );
}

type MeetingProps = Props & { meeting: DraftMeeting };

function MeetingEditor({ meeting, board, standing }: MeetingProps) {
  const describe = useWarningText(board);
  const placement = board.placements.get(meeting.id);
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <div className="space-y-4">
        <MeetingFacts meeting={meeting} board={board} />
        <ul className="list-disc space-y-1 pl-5 font-medium text-danger empty:hidden">
          {board.warningsOf(meeting.id).map((warning) => <li key={warning.kind}>{describe(warning)}</li>)}
        </ul>
      </div>
      <div className="space-y-5">
        {meeting.isCancelled ? null : <SpotForm key={placement?.version ?? 0} meeting={meeting} board={board} standing={standing} />}
        {placement ? <PlacementButtons placement={placement} board={board} standing={standing} /> : null}
      </div>
    </div>
  );
}

function MeetingFacts({ meeting, board }: { meeting: DraftMeeting; board: Board }) {
  const t = useTranslations("ScheduleEditor");
  const tPage = useTranslations("SchedulePage");
  const locale = useLocale();
  const placement = board.placements.get(meeting.id);
  const slot = board.slots.get(placement?.slotId ?? "");
  const room = board.rooms.get(placement?.roomId ?? "");
  const place = slot && room ? t("cellTitle", { time: formatTimes(slot.startsAt, slot.endsAt, locale, board.event.timeZone), room: room.name }) : t("nowhere");
  const persons = (
    <ul>
      {meeting.sides.map((person) => <li key={person.id}><Person person={person} /></li>)}
    </ul>
  );
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <Badge>{t(`origin.${meeting.origin}`)}</Badge>
        {placement?.isLocked ? <Badge tone="primary">{tPage("locked")}</Badge> : null}
      </p>
      <Facts
        items={[
          { term: t("where"), value: place },
          { term: t("persons"), value: persons },
          { term: t("about"), value: <UserText text={meeting.subject} locale={meeting.subjectLocale} /> },
        ]}
      />
    </>
  );
}

function Person({ person }: { person: DraftPerson }) {
  const t = useTranslations("ScheduleEditor");
  const locale = useLocale();
  const words = [t("speaks", { languages: formatLanguages(person.languages, locale) }), ...(person.interpreterNeeded ? [t("interpreter")] : [])];
  return (
    <>
      {t("person", { person: person.personName, organisation: person.organisation.name })}
      <span className="block text-sm text-muted">{words.join(" · ")}</span>
    </>
  );
}

function PlacementButtons({ placement, board, standing }: Props & { placement: DraftPlacement }) {
  const t = useTranslations("ScheduleEditor");
  const view: Record<string, string> = standing.view ? { view: standing.view } : {};
  const key = { event: board.event.slug, meeting: placement.meetingId, version: String(placement.version), ...view };
  const place = { ...key, slot: placement.slotId, room: placement.roomId };
  return (
    <div>
      <div className="flex flex-wrap gap-3">
        {placement.isLocked
          ? <ActionButton action={unlockAction} fields={place}>{t("unlock")}</ActionButton>
          : <ActionButton action={lockAction} fields={place}>{t("lock")}</ActionButton>}
        <ActionButton action={removeAction} fields={key} look="danger">{t("remove")}</ActionButton>
      </div>
      {placement.isLocked ? null : <p className="mt-2 text-sm text-muted">{t("lockHint")}</p>}
    </div>
  );
}

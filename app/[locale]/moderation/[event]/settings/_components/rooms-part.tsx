import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { CheckboxField, SelectField } from "@/components/form/choice-field";
import { Form, type FormAction } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/surface";
import { type EventSettings, roomKinds, type RoomSettings } from "@/domain/event/schema";
import { addRoomAction, changeRoomAction, removeRoomAction } from "../actions";

/** The rooms of an event: each can be renamed and, while nothing is placed in it, removed. */
export function RoomsPart({ event }: { event: EventSettings }) {
  const t = useTranslations("EventSettings");
  return (
    <Section id="rooms" title={t("rooms")} intro={t("roomsIntro")}>
      <div className="space-y-5">
        {event.rooms.length > 0 ? (
          <Card className="py-2 sm:py-2">
            <ul className="divide-y divide-line">
              {event.rooms.map((room) => <li key={room.id}><RoomRow event={event.slug} room={room} /></li>)}
            </ul>
          </Card>
        ) : null}
        <Card>
          <h3 className="mb-4 text-xl font-bold">{t("addRoomTitle")}</h3>
          <RoomForm event={event.slug} action={addRoomAction} label={t("addRoomTitle")} submit={t("addRoom")} />
        </Card>
      </div>
    </Section>
  );
}

function RoomRow({ event, room }: { event: string; room: RoomSettings }) {
  const t = useTranslations("EventSettings");
  return (
    <details className="group">
      <summary className="flex min-h-12 list-none flex-wrap items-center gap-x-3">
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted group-open:rotate-90" />
        <span className="font-semibold">{room.name}</span>
        <span className="text-muted">{t(`kinds.${room.kind}`)}</span>
        {room.isClosed ? <Badge tone="warning">{t("roomClosed")}</Badge> : null}
      </summary>
      <div className="mt-3 mb-6 space-y-4">
        <RoomForm event={event} room={room} action={changeRoomAction} label={t("roomLabel", { name: room.name })} submit={t("saveRoom")} />
        <ActionButton action={removeRoomAction} fields={{ event, id: room.id }} look="danger" label={t("removeRoomLabel", { name: room.name })}>
          {t("removeRoom")}
        </ActionButton>
      </div>
    </details>
  );
}

type RoomFormProps = { event: string; room?: RoomSettings; action: FormAction; label: string; submit: string };

function RoomForm({ event, room, action, label, submit }: RoomFormProps) {
  const t = useTranslations("EventSettings");
  return (
    <Form action={action} className="space-y-4" label={label}>
      <input type="hidden" name="event" value={event} />
      {room ? <input type="hidden" name="id" value={room.id} /> : null}
      <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-3">
        <TextField name="name" label={t("roomName")} maxLength={60} defaultValue={room?.name} />
        <SelectField name="kind" label={t("roomKind")} options={roomKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} defaultValue={room?.kind ?? "breakout"} />
        <TextField name="url" type="url" inputMode="url" label={t("roomUrl")} hint={t("roomUrlHint")} isOptional defaultValue={room?.url ?? undefined} />
      </div>
      {room ? <CheckboxField name="isClosed" label={t("roomIsClosed")} hint={t("roomIsClosedHint")} defaultChecked={room.isClosed} /> : null}
      <SubmitButton look="secondary" size="small">{submit}</SubmitButton>
    </Form>
  );
}

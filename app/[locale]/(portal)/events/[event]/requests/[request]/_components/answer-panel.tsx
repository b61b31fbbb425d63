import { useTranslations } from "next-intl";
import { ChoiceGroup, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { DeclineForm } from "@/components/request/decline-form";
import { LoadNotice } from "@/components/request/load-notice";
import { Deadline } from "@/components/request/request-card";
import { Card } from "@/components/ui/surface";
import type { RequestDetail, Speaker } from "@/domain/request/schema";
import { acceptAction, declineAction, proposeAction } from "../../actions";

/** Accepting, with whoever comes; putting a colleague forward; declining. */
export function AnswerPanel({ request }: { request: RequestDetail }) {
  const t = useTranslations("RequestPage");
  const { id, event, speakers, ownPersonId } = request;
  const own = speakers.find((speaker) => speaker.id === ownPersonId);
  return (
    <Card className="space-y-5">
      <h2 className="text-xl font-bold">{t("answer")}</h2>
      <Deadline request={request} timeZone={event.timeZone} />
      {own ? <LoadNotice load={own.load} common={own.commonSlots} /> : null}
      <Form action={acceptAction} label={t("accept")} className="space-y-4">
        <Key request={request} />
        <SpeakerChoice request={request} />
        <SubmitButton>{t("accept")}</SubmitButton>
      </Form>
      <div className="flex flex-col items-start gap-3">
        {speakers.length > 1 ? <ColleagueForm request={request} /> : null}
        <DeclineForm action={declineAction} event={event.slug} id={id} summary={t("decline")} />
      </div>
    </Card>
  );
}

function Key({ request: { id, event } }: { request: RequestDetail }) {
  return (
    <>
      <input type="hidden" name="event" value={event.slug} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}

/** Where several people take part: who comes, each with the time that is left. */
function SpeakerChoice({ request: { speakers, ownPersonId, recipientPerson } }: { request: RequestDetail }) {
  const t = useTranslations("RequestPage");
  const tLoad = useTranslations("MeetingLoad");
  if (speakers.length < 2) return null;
  const label = ({ id, personName, load, commonSlots }: Speaker) => {
    const person = id === ownPersonId ? tLoad("you", { person: personName }) : personName;
    return commonSlots === null ? tLoad("person", { person, ...load }) : tLoad("personCommon", { person, common: commonSlots, ...load });
  };
  const proposed = speakers.find(({ id }) => id === recipientPerson?.id);
  return (
    <ChoiceGroup
      name="person"
      label={t("who")}
      isSingle
      defaultValue={[proposed?.id ?? ownPersonId]}
      options={speakers.map((speaker) => ({ value: speaker.id, label: label(speaker) }))}
    />
  );
}

/** The request stays open for a colleague, who is told. */
function ColleagueForm({ request }: { request: RequestDetail }) {
  const t = useTranslations("RequestPage");
  const { speakers, ownPersonId, recipientPerson, version } = request;
  const others = speakers.filter(({ id }) => id !== (recipientPerson?.id ?? ownPersonId));
  return (
    <Form action={proposeAction} label={t("colleague")} className={foldedFormClass}>
      <FormDisclosure summary={t("colleague")}>
        <div className="space-y-4">
          <Key request={request} />
          <input type="hidden" name="version" value={version} />
          <p>{t("colleagueHint")}</p>
          <SelectField name="person" label={t("colleagueWho")} options={others.map(({ id, personName }) => ({ value: id, label: personName }))} />
          <SubmitButton look="secondary" size="small">{t("colleagueSubmit")}</SubmitButton>
        </div>
      </FormDisclosure>
    </Form>
  );
}

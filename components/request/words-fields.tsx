import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { type Locale, locales } from "@/domain/input";
import type { OrganisationCard, StatementView } from "@/domain/organisation/schema";
import { limits, type Speaker } from "@/domain/request/schema";
import { formatLanguage, formatLanguages } from "@/i18n/format";
import { SubjectField, type SubjectGroup } from "./subject-field";

type Props = {
  own: OrganisationCard;
  partner: OrganisationCard;
  /** Ids of needs and offers that meet: they come first. */
  matched: ReadonlySet<string>;
  speakers: readonly Speaker[];
  ownPersonId: string;
  defaults: { subject: string | null; ownSubject?: string; ownSubjectLocale?: Locale; message?: string; messageLocale?: Locale; person: string };
};

/** What a request says: its subject, a message, and who will speak. */
export function WordsFields({ own, partner, matched, speakers, ownPersonId, defaults }: Props) {
  const t = useTranslations("RequestForm");
  const here = useLocale();
  const languages = locales.map((locale) => ({ value: locale, label: formatLanguage(locale, here) }));
  const theySpeak = partner.languages.length > 0 ? t("theySpeak", { name: partner.name, languages: formatLanguages(partner.languages, here) }) : "";
  return (
    <>
      <SubjectField
        label={t("subject")}
        hint={t("subjectHint")}
        groups={useSubjectGroups(own.statements, partner.statements, matched)}
        own={{ title: t("else"), label: t("own") }}
        defaultValue={defaults.subject}
      >
        <TextField name="ownSubject" label={t("ownSubject")} maxLength={limits.subject} defaultValue={defaults.ownSubject} />
        <SelectField name="ownSubjectLocale" label={t("ownSubjectLocale")} options={languages} defaultValue={defaults.ownSubjectLocale ?? here} />
      </SubjectField>
      <TextAreaField
        name="message"
        label={t("message")}
        hint={[t("messageHint"), theySpeak].join(" ").trim()}
        rows={6}
        maxLength={limits.message}
        defaultValue={defaults.message}
      />
      <SelectField name="messageLocale" label={t("messageLocale")} options={languages} defaultValue={defaults.messageLocale ?? here} />
      <SpeakerField speakers={speakers} ownPersonId={ownPersonId} defaultValue={defaults.person} />
    </>
  );
}

/** Only where there is a choice. */
function SpeakerField({ speakers, ownPersonId, defaultValue }: Pick<Props, "speakers" | "ownPersonId"> & { defaultValue: string }) {
  const t = useTranslations("RequestForm");
  if (speakers.length < 2) return null;
  const options = speakers.map(({ id, personName: person }) => ({ value: id, label: id === ownPersonId ? t("you", { person }) : person }));
  return <SelectField name="person" label={t("person")} options={options} defaultValue={defaultValue} />;
}

/** Needs of the one beside offers of the other, both ways; what meets comes first. */
function useSubjectGroups(own: readonly StatementView[], theirs: readonly StatementView[], matched: ReadonlySet<string>): SubjectGroup[] {
  const t = useTranslations("RequestForm");
  const option = (statement: StatementView, note: string) => ({
    value: statement.id,
    lang: statement.locale,
    text: statement.text,
    note: matched.has(statement.id) ? `${note} · ${t("fits")}` : note,
  });
  const of = (statements: readonly StatementView[], direction: "need" | "offer", note: string) =>
    statements.filter((statement) => statement.direction === direction).map((statement) => option(statement, note));
  const group = (title: string, options: SubjectGroup["options"]) => ({
    title,
    options: options.toSorted((a, b) => Number(matched.has(b.value)) - Number(matched.has(a.value))),
  });
  const groups = [
    group(t("theyForYou"), [...of(own, "need", t("ownNeed")), ...of(theirs, "offer", t("theirOffer"))]),
    group(t("youForThem"), [...of(theirs, "need", t("theirNeed")), ...of(own, "offer", t("ownOffer"))]),
  ];
  return groups.filter(({ options }) => options.length > 0);
}

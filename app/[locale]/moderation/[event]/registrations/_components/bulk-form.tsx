import { useLocale, useTranslations } from "next-intl";
import { RowBox } from "@/components/form/choice-box";
import { ChoiceProblem } from "@/components/form/choice-problem";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { buttonClass } from "@/components/ui/button";
import { TableFrame } from "@/components/ui/data";
import { bulkDecisions, limits, type RegistrationRow } from "@/domain/registration/schema";
import { formatCountry, formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { decideManyAction } from "../actions";

const looks = { approve: "primary", refuse: "danger", wait: "secondary" } as const;
const cell = "px-4 py-3 text-left align-top";

type Props = { event: { slug: string; timeZone: string }; rows: readonly RegistrationRow[]; formKey: string; page: number; isAll: boolean };

/** Registrations to choose from, and what is decided about all that are chosen. `formKey`: made with the page, so that it is sent once. */
export function BulkForm({ event, rows, formKey, page, isAll }: Props) {
  const t = useTranslations("BulkDecisions");
  const address = (all: boolean) => `/moderation/${event.slug}/registrations?page=${page}${all ? "&all=1" : ""}#several`;
  return (
    <Form action={decideManyAction} label={t("title")} key={`${page} ${isAll}`}>
      <input type="hidden" name="event" value={event.slug} />
      <input type="hidden" name="key" value={formKey} />
      <p className="flex flex-wrap gap-2">
        <Link href={address(true)} prefetch={false} className={buttonClass("secondary", "small")}>{t("chooseAll", { count: rows.length })}</Link>
        {isAll ? <Link href={address(false)} prefetch={false} className={buttonClass("quiet", "small")}>{t("chooseNone")}</Link> : null}
      </p>
      <ChoiceProblem name="chosen"><BulkTable rows={rows} timeZone={event.timeZone} isAll={isAll} /></ChoiceProblem>
      <div className="max-w-3xl">
        <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} isOptional rows={2} maxLength={limits.reason} />
      </div>
      <div className="flex flex-wrap gap-2">
        {bulkDecisions.map((decision) => (
          <SubmitButton key={decision} name="decision" value={decision} look={looks[decision]} size="small">{t(`decisions.${decision}`)}</SubmitButton>
        ))}
      </div>
      <p className="text-muted">{t("holdHint")}</p>
    </Form>
  );
}

function BulkTable({ rows, timeZone, isAll }: Pick<Props, "rows" | "isAll"> & { timeZone: string }) {
  const t = useTranslations("BulkDecisions");
  const tQueue = useTranslations("RegistrationQueue");
  const locale = useLocale();
  return (
    <TableFrame label={t("title")}>
      <table className="w-full min-w-3xl border-collapse">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="border-b border-line bg-sunken">
          <tr>{[t("choose"), tQueue("person"), tQueue("organisation"), tQueue("state"), tQueue("since")].map((head) => <th key={head} scope="col" className={cell}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(({ id, state, personName, email, organisation, createdAt }) => (
            <tr key={id} className="border-b border-line last:border-0">
              <td className={cell}><RowBox name="chosen" value={`${id}/${state}`} label={t("chooseOne", { name: personName })} defaultChecked={isAll} /></td>
              <th scope="row" className={`${cell} font-semibold`}>{personName}<span className="block font-normal text-muted">{email}</span></th>
              <td className={cell}>
                {organisation.name}
                <span className="block text-muted">{formatCountry(organisation.country, locale)}{organisation.isAdmitted ? "" : ` · ${tQueue("notAdmitted")}`}</span>
              </td>
              <td className={cell}>{state === "pending" || state === "returned" || state === "waiting" ? t(`states.${state}`) : null}</td>
              <td className={cell}>{formatInstant(createdAt, locale, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

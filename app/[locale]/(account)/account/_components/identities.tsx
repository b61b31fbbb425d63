import { getLocale, getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Card } from "@/components/ui/surface";
import type { listIdentities } from "@/domain/user/queries";
import { formatShortDay } from "@/i18n/format";
import { getHomeProgramme } from "@/server/programme";
import { leaveToIssuerAction } from "../../sign-in/actions";
import { unlinkIdentityAction } from "../actions";

type Props = { identities: Awaited<ReturnType<typeof listIdentities>>; issuer: string };

/** Accounts at the issuer that sign in as this person, and the way to link one. */
export async function Identities({ identities, issuer }: Props) {
  const [t, locale, { timeZone }] = await Promise.all([getTranslations("Identities"), getLocale(), getHomeProgramme()]);
  return (
    <>
      {identities.length > 0 ? (
        <ul className="mb-4 space-y-3">
          {identities.map(({ issuer: url, subject, createdAt }) => (
            <li key={`${url} ${subject}`}>
              <Card className="flex flex-wrap items-center justify-between gap-3">
                <p className="min-w-0 break-words">{t("linked", { host: new URL(url).host, day: formatShortDay(createdAt, locale, timeZone) })}</p>
                <ActionButton action={unlinkIdentityAction} fields={{ issuer: url, subject }}>{t("unlink")}</ActionButton>
              </Card>
            </li>
          ))}
        </ul>
      ) : null}
      <ActionButton action={leaveToIssuerAction} fields={{ next: "/account" }}>{t("link", { issuer })}</ActionButton>
    </>
  );
}

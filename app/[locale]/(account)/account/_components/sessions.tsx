import { getLocale, getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/surface";
import type { listSessions } from "@/domain/user/queries";
import { deviceOf } from "@/domain/user/rules";
import { formatInstant } from "@/i18n/format";
import { getHomeProgramme } from "@/server/programme";
import { endOtherSessionsAction, endSessionAction } from "../actions";

type Session = Awaited<ReturnType<typeof listSessions>>[number];

/** Where this person is signed in, each place with a way to end it. */
export async function Sessions({ sessions }: { sessions: Session[] }) {
  const [t, locale, { timeZone }] = await Promise.all([getTranslations("Sessions"), getLocale(), getHomeProgramme()]);
  const time = (instant: Date) => formatInstant(instant, locale, timeZone);
  return (
    <>
      <ul className="space-y-3">
        {sessions.map(({ id, userAgent, createdAt, lastSeenAt, isCurrent }) => {
          const device = deviceOf(userAgent) ?? t("unknownDevice");
          return (
            <li key={id}>
              <Card className="flex flex-wrap items-center justify-between gap-3">
                <div className="min-w-0">
                  <h3 className="flex flex-wrap items-center gap-2 font-bold">
                    {device} {isCurrent ? <Badge tone="success">{t("current")}</Badge> : null}
                  </h3>
                  <p className="text-muted">{t("times", { since: time(createdAt), seen: time(lastSeenAt) })}</p>
                </div>
                {isCurrent ? null : (
                  <ActionButton action={endSessionAction} fields={{ id }} label={t("endLabel", { device, seen: time(lastSeenAt) })}>
                    {t("end")}
                  </ActionButton>
                )}
              </Card>
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <div className="mt-4">
          <ActionButton action={endOtherSessionsAction} fields={{}}>{t("endOthers")}</ActionButton>
        </div>
      ) : null}
    </>
  );
}

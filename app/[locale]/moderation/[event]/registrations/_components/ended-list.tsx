import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { RegistrationRow } from "@/domain/registration/schema";

/** Registrations that were refused or cancelled, folded away. */
export function EndedList({ rows }: { rows: RegistrationRow[] }) {
  const t = useTranslations("RegistrationQueue");
  if (rows.length === 0) return null;
  return (
    <div className="mt-10">
      <Disclosure summary={t("ended", { count: rows.length })}>
        <ul className="space-y-3">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Badge tone={row.state === "refused" ? "danger" : "neutral"}>{t(row.state === "refused" ? "stateRefused" : "stateCancelled")}</Badge>
              <span className="font-semibold">{row.organisation.name}</span>
              <span>{row.personName}</span>
              {row.reason ? <span className="basis-full text-muted">{row.reason}</span> : null}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

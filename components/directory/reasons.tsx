import { ArrowLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SuggestionReason } from "@/domain/directory/schema";
import { isField } from "@/domain/field/rules";
import type { StatementView } from "@/domain/organisation/schema";

function Quote({ statement }: { statement: StatementView }) {
  return <q lang={statement.locale}>{statement.text.replace(/[.;,\s]+$/u, "")}</q>;
}

/** Why two organisations fit, in sentences that name the need and the offer. */
export function Reasons({ reasons, most = 2 }: { reasons: readonly SuggestionReason[]; most?: number }) {
  const t = useTranslations("Reasons");
  const tFields = useTranslations("Fields");
  if (reasons.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="space-y-3 rounded-xl bg-primary-soft px-4 py-3">
      {reasons.slice(0, most).map((reason) => (
        <li key={`${reason.need.id}-${reason.offer.id}`} className="flex gap-3">
          <ArrowLeftRight aria-hidden="true" className="mt-1 size-5 shrink-0 text-primary" />
          <span>
            {t.rich(reason.kind, { need: () => <Quote statement={reason.need} />, offer: () => <Quote statement={reason.offer} /> })}
            <span className="block text-sm text-muted">
              {reason.fields.map((code) => (isField(code) ? tFields(code) : code)).join(" · ")}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

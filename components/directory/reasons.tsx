import { ArrowLeftRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { SuggestionReason } from "@/domain/directory/schema";
import { isField } from "@/domain/field/rules";
import type { Span } from "@/domain/matching/analyse";
import type { StatementView } from "@/domain/organisation/schema";
import { splitMarked } from "./marked";

/** A sentence as it was written, with the words that carry the match marked. */
function Quote({ statement, spans }: { statement: StatementView; spans: readonly Span[] }) {
  const parts = splitMarked(statement.text.replace(/[.;,\s]+$/u, ""), spans);
  return (
    <q lang={statement.locale}>
      {parts.map(({ start, text, isMarked }) =>
        isMarked ? <mark key={start} className="bg-transparent font-semibold text-inherit underline decoration-primary decoration-2 underline-offset-4">{text}</mark> : text,
      )}
    </q>
  );
}

/** Subjects that a side added to its text itself: no words in it say them, so none are marked. */
function Added({ reason: { because, kind }, side }: { reason: SuggestionReason; side: "need" | "offer" }) {
  const t = useTranslations("Reasons");
  const locale = useLocale();
  const labels = [...new Set(because.flatMap(({ added }) => added[side]?.[locale] ?? []))];
  if (labels.length === 0) return null;
  const isYours = (kind === "they_offer") === (side === "need");
  return <span className="block">{t(isYours ? "addedByYou" : "addedByThem", { subjects: labels.join(" · ") })}</span>;
}

/** What both sentences are about, in the reader's words, and the fields that both are tagged with. */
function Subjects({ reason }: { reason: SuggestionReason }) {
  const { because, fields } = reason;
  const t = useTranslations("Reasons");
  const tFields = useTranslations("Fields");
  const locale = useLocale();
  const labels = [...new Set(because.flatMap(({ label }) => (label ? [label[locale]] : [])))];
  return (
    <span className="block text-sm text-muted">
      {labels.length > 0 ? <span className="block">{t("subjects", { count: labels.length, subjects: labels.join(" · ") })}</span> : null}
      <Added reason={reason} side="need" />
      <Added reason={reason} side="offer" />
      {fields.length > 0 ? <span className="block">{t("fields", { count: fields.length, fields: fields.map((code) => (isField(code) ? tFields(code) : code)).join(" · ") })}</span> : null}
    </span>
  );
}

/** Why two organisations fit, in sentences that name the need and the offer. */
export function Reasons({ reasons, most = 2 }: { reasons: readonly SuggestionReason[]; most?: number }) {
  const t = useTranslations("Reasons");
  if (reasons.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="space-y-3 rounded-xl bg-primary-soft px-4 py-3">
      {reasons.slice(0, most).map((reason) => (
        <li key={`${reason.need.id}-${reason.offer.id}`} className="flex gap-3">
          <ArrowLeftRight aria-hidden="true" className="mt-1 size-5 shrink-0 text-primary" />
          <span className="min-w-0">
            {t.rich(reason.kind, {
              need: () => <Quote statement={reason.need} spans={reason.because.flatMap(({ need }) => need)} />,
              offer: () => <Quote statement={reason.offer} spans={reason.because.flatMap(({ offer }) => offer)} />,
            })}
            <Subjects reason={reason} />
          </span>
        </li>
      ))}
    </ul>
  );
}

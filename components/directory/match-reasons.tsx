import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/form/form";
import type { SuggestionReason } from "@/domain/directory/schema";
import type { Absence } from "@/domain/matching/absence";
import { Absences } from "./absences";
import { DismissForm } from "./dismiss-form";
import { DismissedLine } from "./dismissed-line";
import { Reasons } from "./reasons";

type Props = {
  partner: { slug: string; name: string };
  reasons: readonly SuggestionReason[];
  absences: readonly Absence[];
  dismissing: { dismiss: FormAction; undo: FormAction; event?: string };
};

/** All reasons why a partner could fit; where there is none, or it is not suggested all the same, plainly why. */
export function MatchReasons({ partner, reasons, absences, dismissing: { dismiss, undo, event } }: Props) {
  const t = useTranslations("Directory");
  const place = { back: "profile", event } as const;
  const isDismissed = absences.some(({ code }) => code === "dismissed_by_you");
  return (
    <section id="why" className="scroll-mt-24 space-y-4">
      <h2 className="text-2xl font-bold">{reasons.length > 0 ? t("whyTitle") : t("whyNotTitle")}</h2>
      <Reasons reasons={reasons} most={8} />
      {isDismissed ? <DismissedLine organisation={partner} place={place} undo={undo} /> : null}
      <Absences absences={absences} name={partner.name} />
      {reasons.length > 0 && !isDismissed ? <DismissForm organisation={partner} place={place} action={dismiss} /> : null}
    </section>
  );
}

import { useTranslations } from "next-intl";
import type { Answer } from "@/domain/schedule/solver/answer";
import { judgeAnswer, type Verdict } from "@/domain/schedule/solver/verdict";

/** The result in one clear sentence for the meetings, and one for the breaks. */
export function VerdictText({ answer }: { answer: Answer }) {
  const t = useTranslations("ScheduleVerdict");
  const { unplaced, breaks } = judgeAnswer(answer);
  const say = (part: "unplaced" | "breaks", verdict: Verdict) => {
    switch (verdict.kind) {
      case "nothing":
        return t("nothing");
      case "none":
        return t(`${part}.none`);
      case "bounded":
        return t(`${part}.bounded`, { value: verdict.value, bound: verdict.bound });
      default:
        return t(`${part}.${verdict.kind}`, { value: verdict.value });
    }
  };
  return (
    <div className="space-y-1">
      <h2 className="font-display text-2xl font-bold">{breaks.kind === "nothing" ? t("nothing") : say("breaks", breaks)}</h2>
      {unplaced.kind === "nothing" ? null : <p className="text-lg">{say("unplaced", unplaced)}</p>}
    </div>
  );
}

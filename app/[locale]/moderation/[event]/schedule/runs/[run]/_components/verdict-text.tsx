import { useTranslations } from "next-intl";
import type { Answer } from "@/domain/schedule/solver/answer";
import { judgeAnswer, type Verdict } from "@/domain/schedule/solver/verdict";

const titleClass = "font-display text-2xl font-bold";

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
  if (breaks.kind === "nothing") return <h2 className={titleClass}>{t("nothing")}</h2>;
  const sentences = [say("unplaced", unplaced), say("breaks", breaks)];
  // What is more important comes first: that not all have a place, or else the breaks.
  const [first, second] = unplaced.kind === "none" ? sentences.toReversed() : sentences;
  return (
    <div className="space-y-1">
      <h2 className={titleClass}>{first}</h2>
      <p className="text-lg">{second}</p>
    </div>
  );
}

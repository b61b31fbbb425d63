import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { isUnderWay } from "@/domain/announcement/rules";
import type { Progress } from "@/domain/announcement/schema";

const tones = { stopped: "warning", underWay: "primary", done: "success" } as const;

/** Where an announcement stands, in a word and in numbers; what is nothing is left out. */
export function ProgressLine({ progress, isStopped }: { progress: Progress; isStopped: boolean }) {
  const t = useTranslations("AnnouncementsPage");
  const ended = isUnderWay(progress) ? "underWay" : "done";
  const standing = isStopped ? "stopped" : ended;
  const parts = (["sent", "waiting", "failed", "unwanted", "unsent"] as const).filter((part) => progress[part] > 0 || part === "sent");
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={tones[standing]}>{t(standing)}</Badge>
      <span>{parts.map((part) => t(`counts.${part}`, { count: progress[part] })).join(" · ")}</span>
    </p>
  );
}

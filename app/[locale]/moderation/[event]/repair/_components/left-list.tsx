import { useTranslations } from "next-intl";
import { pairOf } from "@/components/schedule/board";
import { ReasonText } from "@/components/schedule/reason-text";
import { scheduleAddress } from "@/components/schedule/standing";
import { Section } from "@/components/ui/surface";
import type { RepairView } from "@/domain/schedule/queries/get-repair";
import { Link } from "@/i18n/navigation";

/** Meetings that no repair can place, each with the reason. */
export function LeftList({ repair: { event, draft, left } }: { repair: RepairView }) {
  const t = useTranslations("RepairPage");
  if (left.size === 0) return null;
  return (
    <Section title={t("left", { count: left.size })} intro={t("leftIntro")}>
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {[...left].map(([id, reason]) => {
          const meeting = draft.meetings.find((one) => one.id === id);
          if (!meeting) return null;
          return (
            <li key={id} className="min-w-0 rounded-xl border border-line bg-surface px-4 py-3">
              <Link href={scheduleAddress(event.slug, { meeting: id })} prefetch={false} className="font-medium underline">
                {t("pair", pairOf(meeting))}
              </Link>
              <p className="text-muted"><ReasonText reason={reason} meeting={meeting} /></p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

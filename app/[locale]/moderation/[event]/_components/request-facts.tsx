import { useFormatter, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import { answerRate, expectMeetings } from "@/domain/overview/rules";
import type { OverviewCounts } from "@/domain/overview/schema";

/** Requests by what became of them, how many are answered, and what the schedule will have to hold. */
export function RequestFacts({ counts }: { counts: OverviewCounts }) {
  const t = useTranslations("EventModeration.talks");
  const format = useFormatter();
  const { requests, meetings, registrations, organisations, places } = counts;
  const rate = answerRate(requests);
  return (
    <Card>
      <h2 className="mb-4 text-2xl font-bold">{t("title")}</h2>
      <Facts
        items={[
          { term: t("participants"), value: t("participantsOf", { approved: registrations.approved, organisations, all: registrations.all }) },
          { term: t("requests"), value: t("requestsBy", requests) },
          { term: t("rate"), value: rate === null ? t("rateNone") : t("rateOf", { share: format.number(rate, { style: "percent" }), answered: requests.accepted + requests.declined, ended: requests.accepted + requests.declined + requests.expired }) },
          { term: t("meetings"), value: t("meetingsBy", meetings) },
          { term: t("expected"), value: t("expectedOf", { expected: expectMeetings(counts), places }) },
        ]}
      />
    </Card>
  );
}

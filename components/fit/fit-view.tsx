import type { FitData } from "@/domain/fit/queries/read-fit";
import type { FitFilters } from "@/domain/fit/schema";
import { ComparedPair } from "./compared-pair";
import type { FitSpot } from "./fit-links";
import { FitNav } from "./fit-nav";
import { GapList } from "./gap-list";
import { PairChoice } from "./pair-choice";
import { UnmatchedList } from "./unmatched-list";

type Props = { spot: FitSpot; filters: FitFilters; data: FitData; timeZone: string };

/** A matching page of an event or a programme: the links to its views, and the chosen one. */
export function FitView({ spot, filters, data, timeZone }: Props) {
  return (
    <>
      <FitNav spot={spot} current={data.view} />
      <Chosen spot={spot} filters={filters} data={data} timeZone={timeZone} />
    </>
  );
}

function Chosen({ spot, filters, data, timeZone }: Props) {
  if (data.view === "unmatched") return <UnmatchedList spot={spot} filters={filters} unmatched={data.unmatched} timeZone={timeZone} />;
  if (data.view !== "pair") return <GapList spot={spot} filters={filters} view={data.view} gaps={data.gaps} />;
  const { left, right, choices, compared } = data.pair;
  if (left && right && compared) return <ComparedPair spot={spot} left={left} right={right} compared={compared} />;
  return choices ? <PairChoice spot={spot} filters={filters} pair={{ ...data.pair, choices }} /> : null;
}

import type { PrintSide } from "@/domain/schedule/queries/get-printables";

/** Who comes for one organisation. */
export function SideCell({ side }: { side: PrintSide }) {
  return <><strong className="block">{side.organisation}</strong>{side.personName}</>;
}

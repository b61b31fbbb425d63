import { fitQuery } from "@/domain/fit/rules";

/** Where a matching page stands: its address, and the programme where its page is for one of several. */
export type FitSpot = { path: string; programme: string | undefined };

/** The address of one view of the page. */
export function fitAddress({ path, programme }: FitSpot, filters: Parameters<typeof fitQuery>[0]): string {
  return `${path}${fitQuery({ programme, ...filters })}`;
}

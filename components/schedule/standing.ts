/** What a moderator looks at on the schedule's page; the address holds it. */
export type Standing = {
  view: "grid" | "list" | undefined;
  /** The meeting that is being edited. */
  meeting: string | undefined;
  /** The free place that is being filled. */
  slot: string | undefined;
  room: string | undefined;
};

/** The address of the schedule's page, without language; with something to edit it leads there. */
export function scheduleAddress(event: string, standing: Partial<Standing>): string {
  const entries = Object.entries(standing).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(entries).toString();
  const isEditing = standing.meeting !== undefined || standing.slot !== undefined;
  return `/moderation/${event}/schedule${query ? `?${query}` : ""}${isEditing ? "#editor" : ""}`;
}

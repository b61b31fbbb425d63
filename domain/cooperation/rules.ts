type Noted = { isAuthor: boolean; isConfirmed: boolean | null };

/** Whoever noted it says how far it is, and the other side, too, once it sees it so. */
export function maySetStage({ isAuthor, isConfirmed }: Noted): boolean {
  return isAuthor || isConfirmed === true;
}

/** So many months after a cooperation was noted its sides are asked how it is going. */
export const askedAfterMonths = [3, 6] as const;

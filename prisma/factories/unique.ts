let count = 0;

/** A name that no other row of this database has: "event-7". */
export function unique(word: string): string {
  count += 1;
  return `${word}-${count}-${process.pid.toString(36)}`;
}

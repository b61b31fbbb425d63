/** How often somebody may do what costs others something: so many times in so many seconds. */
export const limits = {
  /** Mails with a link to sign in, to one address and from one client. */
  sign_in_address: { points: 5, seconds: 3600 },
  sign_in_client: { points: 20, seconds: 3600 },
  /** Codes and links tried by one client. */
  sign_in_try: { points: 60, seconds: 3600 },
  /** Addresses left on a waiting page, by one client. */
  interest: { points: 10, seconds: 3600 },
  /** Registrations and changes of one person that write to an address which is not the person's own. */
  registration: { points: 30, seconds: 3600 },
  /** Meeting requests sent by one person. */
  request: { points: 60, seconds: 3600 },
  /** Times for second meetings proposed by one person. */
  second: { points: 30, seconds: 3600 },
  /** Cooperations noted by one person. */
  cooperation: { points: 30, seconds: 3600 },
  /** Calls posted, and answers to calls written, by one person. */
  call: { points: 10, seconds: 3600 },
  call_answer: { points: 30, seconds: 3600 },
  /** Organisations reported by one person. */
  report: { points: 10, seconds: 3600 },
  /** Organisations added by one person. */
  organisation: { points: 30, seconds: 3600 },
  /** Invitations, and requests to join an organisation, sent by one person. */
  invitation: { points: 30, seconds: 3600 },
  /** Readings of one calendar address, and addresses that one client has guessed wrongly. */
  calendar: { points: 120, seconds: 3600 },
  calendar_guess: { points: 60, seconds: 3600 },
  /** Announcements sent by one person. */
  announcement: { points: 20, seconds: 3600 },
  /** Mails that staff sends to itself, to see what it has written. */
  trial_mail: { points: 30, seconds: 3600 },
  search: { points: 120, seconds: 60 },
  /** Texts of offers and needs that are read while one person writes them: once after each pause. */
  writing: { points: 60, seconds: 60 },
  export: { points: 10, seconds: 3600 },
  /** Files of breakout rooms: one for each slot, and again when the schedule changes. */
  breakouts: { points: 120, seconds: 3600 },
  upload: { points: 30, seconds: 3600 },
} as const;

export type LimitName = keyof typeof limits;

/**
 * The part of an IP address that stands for one client: an IPv4 address itself, of an IPv6 address the network that a
 * provider gives to one customer (/64). Anything else is one client, "unknown".
 */
export function clientOf(address: string | null): string {
  const plain = address?.trim().toLowerCase().replace(/^::ffff:(?=\d+\.)/, "") ?? "";
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(plain)) return plain;
  if (!/^[0-9a-f:]+(?:%[\w.-]+)?$/.test(plain) || !plain.includes(":")) return "unknown";
  const [head = "", tail] = plain.replace(/%.*/, "").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}

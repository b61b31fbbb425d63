import type { Tx } from "@/prisma/client";

/** A mail that has been written, and who reads it: a user, or else whoever signs in with its address. */
type Written = { id: string; to: string; userId: string | null };

/** Notes mails in the portal for those of their readers who sign in there, in the transaction that writes the mails. */
export async function writeNotices(tx: Tx, mails: readonly Written[]): Promise<void> {
  const addresses = mails.flatMap(({ to, userId }) => (userId === null ? [to] : []));
  const users = addresses.length === 0 ? [] : await tx.user.findMany({ where: { email: { in: addresses } }, select: { id: true, email: true } });
  const byAddress = new Map(users.map(({ id, email }) => [email, id]));
  const data = mails.flatMap(({ id, to, userId }) => {
    const reader = userId ?? byAddress.get(to);
    return reader === undefined ? [] : [{ mailId: id, userId: reader }];
  });
  if (data.length > 0) await tx.notice.createMany({ data });
}

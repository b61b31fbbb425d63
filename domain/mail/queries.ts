import type { Actor } from "@/domain/actor";
import { requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { hashAddress } from "./commands/hash-address";
import { chosenMails, type MailChoices } from "./schema";

/** Which mails the actor wants at the own address; what was never chosen is sent. Throws SignedOut. */
export async function getMailChoices(actor: Actor): Promise<MailChoices> {
  const { email } = requirePerson(actor);
  const rows = await db.mailChoice.findMany({ where: { addressHash: hashAddress(email) }, select: { kind: true, delivery: true } });
  const deliveryOf = (kind: string) => rows.find((row) => row.kind === kind)?.delivery ?? "now";
  return Object.fromEntries(chosenMails.map((kind) => [kind, deliveryOf(kind)])) as MailChoices;
}

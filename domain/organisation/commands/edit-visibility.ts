import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireOrganisation } from "../access";
import type { EditVisibilityInput } from "../schema";

type Edited = Result<{ slug: string }, "changed_meanwhile">;

/**
 * Says who may see the profile, and who the contact in it.
 * Refusals: "changed_meanwhile". Throws SignedOut, NotFound.
 */
export async function editVisibility(actor: Actor, input: EditVisibilityInput): Promise<Edited> {
  const { id, slug } = await requireOrganisation(actor, { slug: input.organisation }, "edit");
  return db.$transaction(async (tx): Promise<Edited> => {
    const { count } = await tx.organisation.updateMany({
      where: { id, version: input.version },
      data: { profileVisibility: input.profile, contactVisibility: input.contact, version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    await recordAudit(tx, actor, {
      action: "organisation.visibility",
      objectType: "organisation",
      objectId: id,
      organisationId: id,
      details: { profile: input.profile, contact: input.contact },
    });
    return ok({ slug });
  });
}

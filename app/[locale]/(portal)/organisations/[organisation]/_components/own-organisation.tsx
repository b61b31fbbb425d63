import { cache } from "react";
import { getOwnAdmission } from "@/domain/admission/queries";
import { slugSchema } from "@/domain/input";
import { getOwnProfile } from "@/domain/organisation/queries";
import { NotFound, requirePerson } from "@/domain/result";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";

/** Everything that the pages of one's own organisation share. */
async function load(address: string) {
  const slug = slugSchema.safeParse(address);
  if (!slug.success) throw new NotFound("no such address");
  const [actor, programme] = await Promise.all([getActor(), getHomeProgramme()]);
  const { userId } = requirePerson(actor);
  const [own, admission] = await Promise.all([getOwnProfile(actor, slug.data), getOwnAdmission(actor, programme.id, slug.data)]);
  return { ...own, admission, programme, userId };
}

/** The actor's own organisation, read once per request, for a page and its title. */
export const readOwn = cache((address: string) => readPage(load(address)));

export type OwnOrganisation = Awaited<ReturnType<typeof load>>;
export type OwnProps = { params: Promise<{ organisation: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

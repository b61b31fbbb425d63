import { cache } from "react";
import { classifyFault } from "@/domain/fault/rules";
import { requireProgramme } from "@/domain/programme/queries";
import { env } from "./env";

let lastRead: Awaited<ReturnType<typeof requireProgramme>> | undefined;

/**
 * The programme of the home page (HOME_PROGRAMME), read once per request. While the database is away it is as it was
 * last, so that pages which need nothing else still stand. Throws NotFound before it is seeded.
 */
export const getHomeProgramme = cache(async () => {
  try {
    return (lastRead = await requireProgramme(env().HOME_PROGRAMME));
  } catch (error) {
    if (lastRead && classifyFault(error)?.kind === "unavailable") return lastRead;
    throw error;
  }
});

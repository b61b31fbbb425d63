import { cache } from "react";
import { requireProgramme } from "@/domain/programme/queries";
import { env } from "./env";

/** The programme of the home page (HOME_PROGRAMME), read once per request. Throws NotFound before it is seeded. */
export const getHomeProgramme = cache(() => requireProgramme(env().HOME_PROGRAMME));

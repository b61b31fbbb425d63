import type { Locale } from "@/domain/input";

/** Somebody whose part a visitor of the demo can take. `organisation`: the name of the one that the person acts for. */
export type DemoPerson = {
  role: "polish_member" | "german_member" | "moderator" | "organiser";
  name: string;
  email: string;
  locale: Locale;
  organisation: string | null;
};

/**
 * The people of the demo data that sign in with one click; users are found by their e-mail address. (The visitor of
 * the demo is nobody, and needs no account.) The Polish and the German member suit each other and have not asked yet.
 */
export const demoPeople: readonly DemoPerson[] = [
  {
    role: "polish_member",
    name: "Magdalena Sawicka",
    email: "magdalena.sawicka@pl-02.example",
    locale: "pl",
    organisation: "Koszykarnia Cyfrowa",
  },
  { role: "german_member", name: "Wiebke Lorenzen", email: "wiebke.lorenzen@de-17.example", locale: "de", organisation: "Klickdeich" },
  { role: "moderator", name: "Jens Albrecht", email: "jens.albrecht@moderation.example", locale: "de", organisation: null },
  { role: "organiser", name: "Marta Zielonka", email: "marta.zielonka@programme.example", locale: "pl", organisation: null },
];

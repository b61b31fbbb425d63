import { test as base } from "@playwright/test";
import { createSession } from "@/prisma/factories/session";

/** The demo people whom the journeys follow, by their part. */
export const people = {
  pole: "magdalena.sawicka@pl-02.example",
  german: "wiebke.lorenzen@de-17.example",
  moderator: "jens.albrecht@moderation.example",
  organiser: "marta.zielonka@programme.example",
} as const;

export type Part = keyof typeof people;
export const locales = ["en", "de", "pl"] as const;
export type Locale = (typeof locales)[number];

type Fixtures = {
  /** Signs this browser in as one of the demo people, by a session of their own. */
  signIn: (part: Part) => Promise<void>;
  /** Everything that the pages of this test complained about in the console. */
  complaints: string[];
};

export const test = base.extend<Fixtures>({
  signIn: async ({ context, baseURL }, use) => {
    await use(async (part) => {
      const value = await createSession(people[part]);
      await context.addCookies([{ name: "pomost-session", value, url: baseURL ?? "", httpOnly: true, sameSite: "Lax" }]);
    });
  },
  complaints: [
    async ({ page }, use) => {
      const heard: string[] = [];
      page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
      page.on("pageerror", (error) => heard.push(String(error)));
      await use(heard);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";

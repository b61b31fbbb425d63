import { test as base, type BrowserContext, type Page } from "@playwright/test";
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
  /** Signs this browser in as one of the demo people, or whoever has the address, by a session of their own. */
  signIn: (who: string) => Promise<void>;
  /** Another browser; signed in as `who` where somebody is named. */
  open: (who?: string) => Promise<Page>;
  /** Everything that the pages of this test complained about in the console. */
  complaints: string[];
};

async function enter(context: BrowserContext, who: string, url = ""): Promise<void> {
  const value = await createSession(Object.entries(people).find(([part]) => part === who)?.[1] ?? who);
  await context.addCookies([{ name: "pomost-session", value, url, httpOnly: true, sameSite: "Lax" }]);
}

export const test = base.extend<Fixtures>({
  signIn: async ({ context, baseURL }, use) => {
    await use((who) => enter(context, who, baseURL));
  },
  open: async ({ browser, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext();
      opened.push(context);
      if (who !== undefined) await enter(context, who, baseURL);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
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

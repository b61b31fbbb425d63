import { forgetAddress } from "@/prisma/factories/limits";
import { createStage, enterStage, listDemoOwners, type Player } from "@/prisma/factories/stage";
import { expect, locales, people, test, type Locale } from "./fixtures";
import { accept, ask, findPartner, pair, placeAndRelease, readAgenda, readCalendar, type Place } from "./pages/main-job";
import { signInByMail } from "./pages/sign-in";

/** Organisations of the demo data in an event of their own, so that the journey can be made again and again. */
async function setStage(locale: Locale) {
  const stage = await createStage();
  const guests = [...(await listDemoOwners("PL", 3, [people.pole])), ...(await listDemoOwners("DE", 3, [people.german]))];
  const players = await enterStage(stage, [people.pole, people.german, ...guests]);
  const player = (email: string | undefined): Player => {
    const found = players.find((each) => each.email === email);
    if (!found) throw new Error(`${email} does not take part`);
    return found;
  };
  const place: Place = { locale, event: stage.event.slug };
  const [pole, german, left, right] = [player(people.pole), player(people.german), player(guests[1]), player(guests[4])];
  return { place, moderator: stage.moderator.email, pole, german, left, right };
}

/** "T131500" of "13:15–13:29". */
const startOf = (time: string) => `T${time.slice(0, 5).replace(":", "")}00`;

for (const locale of locales) {
  test(`find, ask, accept, pair, place, release, and see the same meeting (${locale})`, async ({ page, signIn, open }) => {
    test.setTimeout(180_000);
    const { place, moderator, pole, german, left, right } = await setStage(locale);
    await signIn(pole.email);
    await findPartner(page, place, german);
    await ask(page, place, german, "Chcemy porozmawiać o wspólnej pracy.");
    const other = await open(german.email);
    await accept(other, place, pole, "Chcemy porozmawiać o wspólnej pracy.");

    const staff = await open(moderator);
    await pair(staff, place, left, right);
    await placeAndRelease(staff, place);

    const pairs = [[page, pole, german, other], [await open(left.email), left, right, await open(right.email)]] as const;
    for (const [one, own, partner, theirs] of pairs) {
      const mine = await readAgenda(one, place, partner);
      expect(mine.time).toMatch(/^\d\d:\d\d/);
      expect(mine.room).not.toBe("");
      expect(await readAgenda(theirs, place, own)).toEqual(mine);
      for (const [reader, name] of [[one, partner.organisation.name], [theirs, own.organisation.name]] as const) {
        const calendar = await readCalendar(reader, place);
        expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
        expect(calendar).toMatch(new RegExp(`DTSTART;TZID=Europe/Berlin:\\d{8}${startOf(mine.time)}`));
        expect(calendar).toContain(`LOCATION:${mine.room}`);
        expect(/SUMMARY:(.*)/.exec(calendar)?.[1]?.replaceAll("\\", "")).toContain(name);
      }
    }
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("sign in by code, find, ask, accept, pair, place, release, and see the same meeting", async ({ page, open }) => {
    test.setTimeout(240_000);
    const { place, moderator, pole, german, left, right } = await setStage("de");
    const start = `/events/${place.event}/partners`;
    for (const { email } of [pole, german]) await forgetAddress(email);
    await signInByMail(page, "de", pole.email, start);
    await findPartner(page, place, german);
    await ask(page, place, german, "Wir möchten über eine Zusammenarbeit sprechen.");
    const other = await open();
    await signInByMail(other, "de", german.email, start);
    await accept(other, place, pole, "Wir möchten über eine Zusammenarbeit sprechen.");
    const staff = await open();
    await signInByMail(staff, "de", moderator, `/moderation/${place.event}/pairing`);
    await pair(staff, place, left, right);
    await placeAndRelease(staff, place);
    const mine = await readAgenda(page, place, german);
    expect(mine.room).not.toBe("");
    expect(await readAgenda(other, place, pole)).toEqual(mine);
    expect(await readCalendar(page, place)).toContain(`LOCATION:${mine.room}`);
  });
});

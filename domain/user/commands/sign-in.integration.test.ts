import { describe, expect, test } from "vitest";
import { atOnce, tally } from "@/cli/test/crowd";
import { limits } from "@/domain/limit/rules";
import { db } from "@/prisma/client";
import { createUser } from "@/prisma/factories/people";
import { unique } from "@/prisma/factories/unique";
import { getVisit, getOpenSignIn } from "../queries";
import { type Comer, finishSignInByCode, finishSignInByLink } from "./finish-sign-in";
import { hashCode, hashSecret } from "./hash-secret";
import { requestSignIn } from "./request-sign-in";

/** Somebody who asked for a mail: their address, what the mail says, and their browser. */
async function ask(options: { email?: string; next?: string } = {}) {
  const email = options.email ?? `${unique("person")}@mail.example`;
  const asked = await requestSignIn({ email, locale: "de", next: options.next, client: unique("client") });
  if (!asked.ok) throw new Error(asked.reason);
  const mail = await db.mail.findFirstOrThrow({ where: { to: email, kind: "sign_in" }, orderBy: { id: "desc" } });
  const { token, code } = mail.params as { token: string; code: string };
  const { browser } = asked.value;
  const comer = (data: Partial<Comer> = {}): Comer => ({ browser, client: unique("client"), userAgent: null, oldToken: null, ...data });
  const wrong = code === "000000" ? "000001" : "000000";
  return { email, token, code, wrong, browser, comer, hash: hashSecret(browser) };
}

const sessionsOf = (email: string) => db.session.count({ where: { user: { email } } });

describe("asking for a mail", () => {
  test("makes nobody known: the user is there only after the mailbox is proved", async () => {
    const { email, code, comer } = await ask();
    expect(await db.user.count({ where: { email } })).toBe(0);
    const done = await finishSignInByCode(code, comer());
    expect(done).toMatchObject({ ok: true, value: { returnTo: null } });
    expect(await db.user.findUnique({ where: { email } })).toMatchObject({ email, locale: "de", name: null });
  });

  test("known and unknown addresses are the same to it: nobody is looked up", async () => {
    const known = (await createUser()).email;
    const shape = async (email: string) => {
      const { token, code } = await ask({ email });
      return { token: token.length, code: code.length, mails: await db.mail.count({ where: { to: email } }) };
    };
    expect(await shape(known)).toEqual(await shape(`${unique("nobody")}@mail.example`));
  });

  test("secrets are stored as hashes; the browser's is needed even to try codes on a copy of the table", async () => {
    const { hash, code, token, browser } = await ask();
    const row = await db.signIn.findUniqueOrThrow({ where: { browserHash: hash } });
    for (const secret of [code, token, browser]) expect(JSON.stringify(row)).not.toContain(secret);
    expect(row.codeHash).not.toBe(hashSecret(code));
    expect(row.codeHash).toBe(hashCode(code, browser));
  });

  test("an address gets five mails an hour, a client twenty", async () => {
    const email = `${unique("person")}@mail.example`;
    const times = (count: number, data: () => { email: string; client: string }) =>
      tally(atOnce(count, () => requestSignIn({ locale: "en", next: undefined, ...data() })));
    expect(await times(10, () => ({ email, client: unique("client") }))).toEqual({
      ok: limits.sign_in_address.points, refused: { too_many_attempts: 5 }, thrown: [],
    });
    const client = unique("client");
    expect(await times(30, () => ({ email: `${unique("person")}@mail.example`, client }))).toEqual({
      ok: limits.sign_in_client.points, refused: { too_many_attempts: 10 }, thrown: [],
    });
  });

  test("leads back only to places of the portal", async () => {
    const inside = await ask({ next: "/de/events/kick-off?page=2" });
    const outside = await ask({ next: "//evil.example" });
    expect(await finishSignInByCode(inside.code, inside.comer())).toMatchObject({ value: { returnTo: "/events/kick-off?page=2" } });
    expect(await finishSignInByCode(outside.code, outside.comer())).toMatchObject({ value: { returnTo: null } });
  });
});

describe("the code", () => {
  test("signs in once, as the one whom the mail went to", async () => {
    const { email, code, comer } = await ask();
    const done = await finishSignInByCode(code, comer({ userAgent: "Browser/1\u0000" }));
    if (!done.ok) throw new Error(done.reason);
    expect(await getVisit(hashSecret(done.value.token))).toMatchObject({ person: { kind: "person", email } });
    expect(await db.session.findMany({ where: { user: { email } }, select: { userAgent: true } })).toEqual([{ userAgent: "Browser/1" }]);
    expect(await finishSignInByCode(code, comer())).toEqual({ ok: false, reason: "sign_in_over" });
    expect(await sessionsOf(email)).toBe(1);
  });

  test("is of no use in another browser, or in none", async () => {
    const [mine, other] = [await ask(), await ask()];
    if (mine.code === other.code) return;
    expect(await finishSignInByCode(mine.code, other.comer())).toEqual({ ok: false, reason: "code_wrong" });
    expect(await finishSignInByCode(mine.code, mine.comer({ browser: null }))).toEqual({ ok: false, reason: "sign_in_over" });
    expect(await sessionsOf(other.email)).toBe(0);
  });

  test("is over after ten minutes", async () => {
    const { hash, code, comer, token } = await ask();
    const { expiresAt, createdAt } = await db.signIn.findUniqueOrThrow({ where: { browserHash: hash } });
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 60_000)).toBe(10);
    await db.signIn.update({ where: { browserHash: hash }, data: { expiresAt: new Date() } });
    expect(await finishSignInByCode(code, comer())).toEqual({ ok: false, reason: "sign_in_over" });
    expect(await finishSignInByLink(token, comer())).toEqual({ ok: false, reason: "sign_in_over" });
    expect(await getOpenSignIn(hash)).toBeNull();
  });

  test("and its link are over after five wrong ones", async () => {
    const { code, wrong, comer, token, hash } = await ask();
    for (let count = 1; count < 5; count += 1) {
      expect(await finishSignInByCode(wrong, comer())).toEqual({ ok: false, reason: "code_wrong" });
    }
    expect(await getOpenSignIn(hash)).not.toBeNull();
    expect(await finishSignInByCode(wrong, comer())).toEqual({ ok: false, reason: "sign_in_over" });
    expect(await finishSignInByCode(code, comer())).toEqual({ ok: false, reason: "sign_in_over" });
    expect(await finishSignInByLink(token, comer())).toEqual({ ok: false, reason: "sign_in_over" });
    expect(await getOpenSignIn(hash)).toBeNull();
  });

  test("a client tries sixty an hour", async () => {
    const { wrong, comer } = await ask();
    const me = comer();
    const answers = await tally(atOnce(70, () => finishSignInByCode(wrong, me)));
    expect(answers.refused["too_many_attempts"]).toBe(70 - limits.sign_in_try.points);
  });
});

describe("the link", () => {
  test("signs in once, in the browser that asked, and ends the session that was there", async () => {
    const first = await ask();
    const before = await finishSignInByLink(first.token, first.comer());
    if (!before.ok) throw new Error(before.reason);
    const second = await ask({ email: first.email });
    const after = await finishSignInByLink(second.token, second.comer({ oldToken: before.value.token }));
    if (!after.ok) throw new Error(after.reason);
    expect(after.value.token).not.toBe(before.value.token);
    expect(await getVisit(hashSecret(before.value.token))).toBeNull();
    expect(await getVisit(hashSecret(after.value.token))).toMatchObject({ person: { email: first.email } });
    expect(await finishSignInByLink(second.token, second.comer())).toEqual({ ok: false, reason: "sign_in_over" });
  });

  test("opened elsewhere it says so, and still works where it was asked for", async () => {
    const { token, comer, email } = await ask();
    const elsewhere = (await ask()).browser;
    for (const browser of [elsewhere, null]) {
      expect(await finishSignInByLink(token, comer({ browser }))).toEqual({ ok: false, reason: "other_browser" });
    }
    expect(await sessionsOf(email)).toBe(0);
    expect(await finishSignInByLink(token, comer())).toMatchObject({ ok: true });
  });

  test("that nobody sent is refused", async () => {
    const { comer } = await ask();
    expect(await finishSignInByLink("made-up", comer())).toEqual({ ok: false, reason: "sign_in_over" });
  });
});

describe("everybody at once", () => {
  test("fifty uses of one link open one session", async () => {
    const { token, comer, email } = await ask();
    const answers = await tally(atOnce(50, () => finishSignInByLink(token, comer())));
    expect(answers).toEqual({ ok: 1, refused: { sign_in_over: 49 }, thrown: [] });
    expect(await sessionsOf(email)).toBe(1);
  });

  test("twin: looked at first and used afterwards, one link opens many sessions", async () => {
    const { token, email } = await ask();
    const { id: userId } = await createUser({ email });
    const used = atOnce(50, async () => {
      const open = await db.signIn.findFirst({ where: { tokenHash: hashSecret(token), consumedAt: null } });
      if (!open) return;
      await db.signIn.update({ where: { id: open.id }, data: { consumedAt: new Date() } });
      await db.session.create({ data: { userId, tokenHash: unique("hash"), expiresAt: new Date(Date.now() + 1000) } });
    });
    await Promise.all(used);
    expect(await sessionsOf(email)).toBeGreaterThan(1);
  });

  test("of twenty wrong codes five count, and the right one is too late", async () => {
    const { code, wrong, comer, hash, email } = await ask();
    const answers = await tally(atOnce(20, () => finishSignInByCode(wrong, comer())));
    expect(answers).toEqual({ ok: 0, refused: { code_wrong: 4, sign_in_over: 16 }, thrown: [] });
    expect(await db.signIn.findUniqueOrThrow({ where: { browserHash: hash } })).toMatchObject({ wrongCodes: 5, consumedAt: null });
    expect(await finishSignInByCode(code, comer())).toEqual({ ok: false, reason: "sign_in_over" });
    expect(await sessionsOf(email)).toBe(0);
  });

  test("twin: counted after looking, more than five wrong codes are tried", async () => {
    const { wrong, browser, hash } = await ask();
    let tried = 0;
    const guesses = atOnce(20, async () => {
      const open = await db.signIn.findFirstOrThrow({ where: { browserHash: hash } });
      if (open.wrongCodes >= 5) return;
      tried += 1;
      if (open.codeHash === hashCode(wrong, browser)) throw new Error("the wrong code was right");
      await db.signIn.update({ where: { id: open.id }, data: { wrongCodes: open.wrongCodes + 1 } });
    });
    await Promise.all(guesses);
    expect(tried).toBeGreaterThan(5);
  });

  test("fifty new people sign in, and one of them twice is one user", async () => {
    const email = `${unique("person")}@mail.example`;
    const twice = [await ask({ email }), await ask({ email })];
    const others = await Promise.all(Array.from({ length: 48 }, () => ask()));
    const answers = await tally([...twice, ...others].map(({ code, comer }) => finishSignInByCode(code, comer())));
    expect(answers).toEqual({ ok: 50, refused: {}, thrown: [] });
    expect(await db.user.count({ where: { email } })).toBe(1);
    expect(await sessionsOf(email)).toBe(2);
  });
});

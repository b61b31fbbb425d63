import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { getIntake } from "../queries/preview-intake";
import { chooseColumns } from "./choose-columns";
import { confirmIntake } from "./confirm-intake";
import { uploadAnswers } from "./upload-answers";

let event: Awaited<ReturnType<typeof createEvent>>;
let moderator: Awaited<ReturnType<typeof createStaff>>;
let mewa: Awaited<ReturnType<typeof createOrganisation>>;

beforeEach(async () => {
  await db.mail.deleteMany();
  event = await createEvent({ programmeId: (await createProgramme()).id });
  moderator = await createStaff("moderator", event.programmeId);
  mewa = await createOrganisation({ programmeId: event.programmeId, name: "Mewa", languages: ["pl", "en"] });
});

const header = "Sygnatura czasowa,Adres e-mail,Imię i nazwisko,Nazwa firmy,Języki,Zgoda na przetwarzanie danych,Czy można udostępnić adres?";
const row = (email: string, name = "Jan Lis", organisation = "Mewa", rest = "niemiecki,Tak,") => `1,${email},${name},${organisation},${rest}`;

async function upload(rows: string[], as: Actor = moderator, slug = event.slug): Promise<string> {
  const content = new TextEncoder().encode([header, ...rows].join("\n"));
  const answer = await uploadAnswers(as, { event: slug, name: "answers.csv", content });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

const preview = async (file: string, as: Actor = moderator) => (await getIntake(as, event.slug, file)).lines.map(({ line, outcome }) => [line, outcome]);
const confirm = (file: string, take: number[] = [], as: Actor = moderator) => confirmIntake(as, { event: event.slug, file, stated: true, take });
const created = (count: number) => ({ ok: true, value: { created: count } });
const registered = () => db.registration.findMany({ where: { eventId: event.id }, orderBy: { queuedAt: "asc" }, include: { user: true, consents: { orderBy: { purpose: "asc" } }, availability: true } });
const mails = async () => (await db.mail.findMany({ orderBy: [{ to: "asc" }, { kind: "asc" }] })).map(({ to, kind }) => [to, kind]);

describe("answers of a form", () => {
  it("show what each line would become, and nothing is written", async () => {
    const member = await createMember(mewa.id);
    const file = await upload([row(member.email), row("eva@foka.example", "Eva", "Foka"), row("jan@mewa.example"), row("JAN@mewa.example"), ",,,,,,", row("x@mewa.example", "Jan Lis", "Mewa", "niemiecki,Nie,")]);
    expect(await preview(file)).toEqual([[2, "register"], [3, "unknown"], [4, "ask"], [5, "duplicate"], [6, "empty"], [7, "defect"]]);
    expect(await registered()).toEqual([]);
    expect([await mails(), await db.user.count({ where: { email: "jan@mewa.example" } })]).toEqual([[], 0]);
  });

  it("register a member as the own form does, with the consents of the form's words, by the name of the moderator", async () => {
    const member = await createMember(mewa.id);
    const file = await upload([row(member.email, "Jan Lis", "Mewa", '"niemiecki, polski",Tak,Tak')]);
    expect(await confirm(file)).toEqual(created(1));
    const [own] = await registered();
    expect(own).toMatchObject({
      userId: member.userId, organisationId: mewa.id, state: "pending", personName: "Jan Lis", email: member.email, locale: "pl", languages: ["de", "pl"], interpreterNeeded: false, hopes: null,
    });
    expect(own?.availability).toHaveLength(event.slots.length);
    expect(own?.consents.map(({ purpose, textVersion, userId }) => [purpose, textVersion, userId])).toEqual([
      ["contact", "form", member.userId],
      ["participation", "form", member.userId],
    ]);
    expect(await mails()).toEqual([[member.email, "registration_received"]]);
    expect(await db.notice.count({ where: { userId: member.userId } })).toBe(1);
    const entries = await db.auditEntry.findMany({ where: { eventId: event.id }, orderBy: { at: "asc" } });
    expect(entries.map(({ action, actorId, objectId, details }) => [action, actorId, objectId, details])).toEqual([
      ["intake.confirm", moderator.userId, event.id, { file, lines: 1, consentsStated: true }],
      ["registration.register", moderator.userId, own?.id, { state: "pending" }],
    ]);
  });

  it("are registered once, however often and by however many they are sent", async () => {
    const members = await Promise.all([createMember(mewa.id), createMember(mewa.id), createMember(mewa.id)]);
    const file = await upload(members.map(({ email }) => row(email)));
    const other = await createStaff("moderator", event.programmeId, event.id);
    const same = await upload(members.toReversed().map(({ email }) => row(email)), other);
    const answers = await Promise.all([confirm(file), confirm(same, [], other), confirm(file), confirm(same, [], other)]);
    expect(answers.map((answer) => (answer.ok ? answer.value.created : 0)).reduce((sum, count) => sum + count)).toBe(3);
    expect(await confirm(file)).toEqual(created(0));
    expect(await registered()).toHaveLength(3);
    expect(await mails()).toHaveLength(3);
    expect(await preview(file)).toEqual([[2, "registered"], [3, "registered"], [4, "registered"]]);
  });

  it("invite who is to be the first for an organisation, as its owner, and the next as an editor", async () => {
    const foka = await createOrganisation({ programmeId: event.programmeId, name: "Foka" });
    const file = await upload([row("eva@foka.example", "Eva Foka", "Foka"), row("ola@foka.example", "Ola Foka", "Foka")]);
    expect(await confirm(file)).toEqual(created(2));
    const memberships = await db.membership.findMany({ where: { organisationId: foka.id }, orderBy: { email: "asc" } });
    expect(memberships.map(({ email, userId, role, state }) => [email, userId, role, state])).toEqual([
      ["eva@foka.example", null, "owner", "invited"],
      ["ola@foka.example", null, "editor", "invited"],
    ]);
    const [eva] = await registered();
    expect(eva?.user).toMatchObject({ email: "eva@foka.example", name: "Eva Foka", locale: "pl" });
    expect(await mails()).toEqual([
      ["eva@foka.example", "membership_invited"], ["eva@foka.example", "registration_received"],
      ["ola@foka.example", "membership_invited"], ["ola@foka.example", "registration_received"],
    ]);
  });

  it("of strangers wait for the owners, and are registered only where the moderator says so", async () => {
    const owner = await createMember(mewa.id);
    const file = await upload([row("jan@mewa.example"), row("ewa@mewa.example", "Ewa Lis")]);
    expect(await confirm(file)).toEqual(created(0));
    expect(await confirm(file, [3])).toEqual(created(1));
    expect((await registered()).map(({ email }) => email)).toEqual(["ewa@mewa.example"]);
    expect(await db.membership.findFirst({ where: { email: "ewa@mewa.example" }, select: { role: true, state: true } })).toEqual({ role: "editor", state: "requested" });
    expect(await mails()).toEqual([["ewa@mewa.example", "registration_received"], [owner.email, "membership_requested"]].toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
  });

  it("of one event's moderator invite nobody: the programme's staff is asked", async () => {
    const foka = await createOrganisation({ programmeId: event.programmeId, name: "Foka" });
    const ownStaff = await createStaff("moderator", event.programmeId, event.id);
    const file = await upload([row("eva@foka.example", "Eva Foka", "Foka")], ownStaff);
    expect(await preview(file, ownStaff)).toEqual([[2, "ask"]]);
    expect(await confirm(file, [2], ownStaff)).toEqual(created(1));
    expect(await db.membership.findMany({ where: { organisationId: foka.id }, select: { state: true } })).toEqual([{ state: "requested" }]);
  });

  it("take places in the order of the lines, then the waiting list", async () => {
    await db.event.update({ where: { id: event.id }, data: { capacity: 2, needsApproval: false } });
    const members = await Promise.all([createMember(mewa.id), createMember(mewa.id), createMember(mewa.id)]);
    expect(await confirm(await upload(members.map(({ email }) => row(email))))).toEqual(created(3));
    expect((await registered()).map(({ email, state }) => [email, state])).toEqual(members.map(({ email }, index) => [email, index < 2 ? "approved" : "waiting"]));
    expect((await mails()).flatMap(([, kind]) => kind ?? []).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["registration_approved", "registration_approved", "registration_waiting"]);
  });

  it("leave who has cancelled or was refused alone", async () => {
    const members = await Promise.all([createMember(mewa.id), createMember(mewa.id)]);
    const file = await upload(members.map(({ email }) => row(email)));
    await confirm(file);
    for (const [index, state] of (["cancelled", "refused"] as const).entries()) {
      await db.registration.updateMany({ where: { eventId: event.id, userId: members[index]?.userId ?? "" }, data: { state } });
    }
    expect(await preview(file)).toEqual([[2, "ended"], [3, "ended"]]);
    expect(await confirm(file, [2, 3])).toEqual(created(0));
    expect((await registered()).map(({ state }) => state).toSorted()).toEqual(["cancelled", "refused"]);
  });

  it("mean what the moderator says they mean", async () => {
    const foka = await createOrganisation({ programmeId: event.programmeId, name: "Foka" });
    const file = await upload([row("eva@foka.example", "Eva Foka", "Rybacy")]);
    const columns = (await getIntake(moderator, event.slug, file)).columns.map(({ meaning }) => meaning);
    expect(columns).toEqual(["none", "email", "name", "organisation", "languages", "participation", "contact"]);
    const choose = (meant: string) => chooseColumns(moderator, { event: event.slug, file, column: columns.with(4, "hopes"), locale: "de", named: ["Rybacy"], meant: [meant] });
    await choose(foka.id);
    expect(await preview(file)).toEqual([[2, "register"]]);
    await choose("none");
    expect(await preview(file)).toEqual([[2, "unknown"]]);
    await choose(foka.id);
    await confirm(file);
    expect((await registered()).map(({ organisationId, hopes, locale }) => [organisationId, hopes, locale])).toEqual([[foka.id, "niemiecki", "de"]]);
  });

  it("come too late when the event is over", async () => {
    const file = await upload([row((await createMember(mewa.id)).email)]);
    await db.event.update({ where: { id: event.id }, data: { startsAt: new Date("2020-01-01T10:00Z"), endsAt: new Date("2020-01-01T12:00Z") } });
    expect(await confirm(file)).toEqual({ ok: false, reason: "event_over" });
  });
});

it("is nobody's but the moderator's who uploaded it, and of the event's staff alone", async () => {
  const file = await upload([row((await createMember(mewa.id)).email)]);
  const otherEvent = await createEvent({ programmeId: event.programmeId });
  const strangers = [
    await createMember(mewa.id),
    await createStaff("moderator", event.programmeId, otherEvent.id),
    await createStaff("organiser", (await createProgramme()).id),
    await createStaff("moderator", event.programmeId),
    visitor,
  ];
  for (const stranger of strangers) {
    const denial = stranger === visitor ? SignedOut : NotFound;
    await expect(getIntake(stranger, event.slug, file)).rejects.toThrow(denial);
    await expect(confirm(file, [], stranger)).rejects.toThrow(denial);
    await expect(chooseColumns(stranger, { event: event.slug, file, column: [], locale: "en", named: [], meant: [] })).rejects.toThrow(denial);
  }
  for (const stranger of [strangers[0] ?? visitor, strangers[1] ?? visitor, strangers[2] ?? visitor]) await expect(upload([], stranger)).rejects.toThrow(NotFound);
  await expect(confirmIntake(moderator, { event: otherEvent.slug, file, stated: true, take: [] })).rejects.toThrow(NotFound);
  expect(await registered()).toEqual([]);
});

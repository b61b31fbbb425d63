import { randomUUID } from "node:crypto";
import { db } from "../client";
import { createInterpreter } from "./interpreter";
import { createMeeting, createParticipant, createRegistration, createRequest } from "./meeting";
import { createAnswer, createCall } from "./call";
import { createCooperation, createSecondMeeting } from "./outcome";
import { createMember, createOrganisation } from "./organisation";
import { actorOf, createStaff, createUser } from "./people";
import { createEvent, createProgramme } from "./programme";
import { createPairingRun } from "./pairing";
import { createRun } from "./schedule";

/** Everything of one programme that a command can be aimed at, and people who have to do with it or with another one. */
export async function createTwoProgrammes() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const otherEvent = await createEvent({ programmeId: programme.id });
  const asker = await createParticipant(event, "PL");
  const asked = await createParticipant(event, "DE");
  const third = await createParticipant(event, "DE");
  const elsewhere = await createProgramme();
  const request = await createRequest(asker, asked);
  const meeting = await createMeeting(asker, third);
  const past = await createSecondMeeting(programme, [asker, third]);
  const cooperation = await createCooperation(programme.id, asker, third);
  const call = await createCall(programme.id, asker);
  const answer = await createAnswer(call.id, third);
  const editor = await createMember(asker.organisation.id, "editor");
  const invited = await createUser();
  const [invitation, joining] = await Promise.all([
    db.membership.create({ data: { organisationId: asker.organisation.id, email: invited.email, role: "editor", state: "invited" } }),
    createUser().then(({ id, email }) =>
      db.membership.create({ data: { organisationId: asker.organisation.id, userId: id, email, role: "editor", state: "requested" } }),
    ),
  ]);
  const applicant = await createOrganisation({ programmeId: programme.id, state: "returned" });
  const applicantOwner = await createMember(applicant.id);
  const waiting = await createRegistration({ eventId: event.id, organisationId: asker.organisation.id, userId: editor.userId, state: "pending" });
  const report = await db.report.create({
    data: { id: randomUUID(), eventId: event.id, reporterId: asked.organisation.id, reportedId: third.organisation.id, text: "Not who they say." },
  });
  const mail = await db.mail.create({
    data: { key: randomUUID(), kind: "event_open", to: "anna@mail.example", locale: "pl", params: {}, state: "dead", programmeId: programme.id, eventId: event.id },
  });
  const announcement = await db.announcement.create({ data: { id: randomUUID(), eventId: event.id, groups: ["everyone"] } });
  const search = await db.savedSearch.create({
    data: { userId: asker.actor.userId, programmeId: programme.id, name: "Warehouses", query: "?q=Lager", locale: "de" },
  });
  // A schedule is out, and its draft was repaired once.
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 1 } });
  const repair = await db.auditEntry.create({
    data: { action: "draft.repair", objectType: "event", objectId: event.id, eventId: event.id, details: { steps: [] } },
  });
  // A change of the day that closed a room in which nothing was.
  const dayChange = await db.auditEntry.create({
    data: { action: "day.repair", objectType: "event", objectId: event.id, eventId: event.id, details: { kind: "room", of: event.rooms[2]?.id ?? "", after: 1, number: 1, steps: [], made: [] } },
  });
  const eventModerator = await createStaff("moderator", programme.id, event.id);
  return {
    programme,
    event,
    dayChange,
    asker,
    asked,
    third,
    request,
    meeting,
    past,
    cooperation,
    call,
    answer,
    invitation,
    joining,
    applicant,
    waiting,
    report,
    mail,
    announcement,
    search,
    repair,
    interpreter: await createInterpreter(event, { name: "Anna" }),
    run: await createRun(event.id),
    pairing: await createPairingRun(event.id),
    admission: await db.admission.findFirstOrThrow({ where: { organisationId: applicant.id } }),
    duty: await db.staffRole.findFirstOrThrow({ where: { userId: eventModerator.userId } }),
    editorship: await db.membership.findFirstOrThrow({ where: { organisationId: asker.organisation.id, userId: editor.userId } }),
    people: {
      newcomer: await actorOf((await createUser()).id),
      stranger: await createMember((await createOrganisation({ programmeId: elsewhere.id })).id),
      neighbour: await createMember((await createOrganisation({ programmeId: programme.id })).id),
      third: third.actor,
      asked: asked.actor,
      owner: asker.actor,
      editor,
      invited: await actorOf(invited.id),
      applicant: applicantOwner,
      otherEventModerator: await createStaff("moderator", programme.id, otherEvent.id),
      otherOrganiser: await createStaff("organiser", elsewhere.id),
      eventModerator,
      moderator: await createStaff("moderator", programme.id),
      organiser: await createStaff("organiser", programme.id),
    },
  };
}

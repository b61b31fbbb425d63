import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { createTwoProgrammes } from "@/prisma/factories/two-programmes";
import { type Actor, visitor } from "./actor";
import { decideAdmission, resubmitOrganisation } from "./admission/commands";
import { cancelEvent } from "./alteration/commands/cancel-event";
import { moveEvent } from "./alteration/commands/move-event";
import { checkText } from "./aid/commands";
import { checkIn, checkOut, setAttendance } from "./attendance/commands";
import { applyPlan } from "./day/commands/apply-plan";
import { undoPlan } from "./day/commands/undo-plan";
import { sendAnnouncement, stopAnnouncement, tryAnnouncement } from "./announcement/commands";
import { makeAddress, removeAddress } from "./calendar/commands/make-address";
import { readAllAgain } from "./concept/commands";
import { dismissOrganisation, recordExposure, setBookmark, undoDismissal } from "./directory/commands";
import { addRoom, changeRoom, removeRoom } from "./event/commands/change-rooms";
import { changeSettings } from "./event/commands/change-settings";
import { makeSlots } from "./event/commands/make-slots";
import { allowEvidence, disallowEvidence, exportEvidence, readEvidence } from "./evidence/commands";
import { exportReport } from "./funding-report/commands/export-report";
import { confirmImport, importOrganisations } from "./import/commands/import-organisations";
import { uploadFile } from "./import/commands/upload-file";
import { addInterpreter, changeInterpreter, chooseInterpreter, removeInterpreter } from "./interpreter/commands";
import { chooseColumns } from "./intake/commands/choose-columns";
import { confirmIntake } from "./intake/commands/confirm-intake";
import { uploadAnswers } from "./intake/commands/upload-answers";
import { discardJob, retryJob } from "./job/commands";
import { cancelMeeting } from "./meeting/commands";
import { acceptInvitation, declineInvitation } from "./membership/commands/answer-invitation";
import { approveMembership, declineMembership } from "./membership/commands/answer-request";
import { changeRole, removeMember } from "./membership/commands/change-membership";
import { inviteMember } from "./membership/commands/invite-member";
import { requestMembership } from "./membership/commands/request-membership";
import { addStatement } from "./organisation/commands/add-statement";
import { createOrganisation } from "./organisation/commands/create-organisation";
import { editProfile } from "./organisation/commands/edit-profile";
import { editStatement } from "./organisation/commands/edit-statement";
import { editVisibility } from "./organisation/commands/edit-visibility";
import { deleteStatement, moveStatement } from "./organisation/commands/move-statement";
import { removeLogo, setLogo } from "./organisation/commands/set-logo";
import { cancelRegistration } from "./registration/commands/cancel-registration";
import { applyChange, changeRegistration } from "./registration/commands/change-registration";
import { decideMany } from "./registration/commands/decide-many";
import { decideRegistration } from "./registration/commands/decide-registration";
import { exportRegistrations } from "./registration/commands/export-registrations";
import { registerParticipant } from "./registration/commands/register-participant";
import { undoBulk } from "./registration/commands/undo-bulk";
import { changeSchema } from "./registration/schema";
import { exportOpenData } from "./open-export/commands";
import { resendDead, resendMail } from "./outbox/commands/resend-mails";
import { saveMailChoices } from "./mail/commands";
import { readAllNotices, readNotice } from "./notice/commands";
import { acceptRequest, declineRequest, withdrawRequest } from "./request/commands/answer-request";
import { editRequest, proposeColleague } from "./request/commands/edit-request";
import { sendRequest } from "./request/commands/send-request";
import { confirmTime, proposeTime } from "./outcome/commands/arrange-second";
import { rateMeeting, saveNote } from "./outcome/commands/rate-meeting";
import { shareContact, withdrawContact } from "./outcome/commands/share-contact";
import { wishSecond } from "./outcome/commands/wish-second";
import { acceptAnswer, declineAnswer } from "./call/commands/accept-answer";
import { answerCall, withdrawAnswerContact } from "./call/commands/answer-call";
import { closeCall, postCall } from "./call/commands/post-call";
import { hideCall, reportCall } from "./call/commands/report-call";
import { answerCooperation, setStage } from "./cooperation/commands/answer-cooperation";
import { noteCooperation, removeCooperation } from "./cooperation/commands/note-cooperation";
import { NotFound, SignedOut } from "./result";
import { blockOrganisation, closeReport, reportOrganisation, unblockOrganisation } from "./safety/commands";
import { nudgeParticipant } from "./overview/commands/nudge-participant";
import { cancelPairing, discardPairing, startPairing } from "./pairing/commands/start-pairing";
import { takePairings } from "./pairing/commands/take-pairings";
import { acceptRun, discardRun } from "./schedule/commands/decide-run";
import { applyRepair, undoRepair } from "./schedule/commands/apply-repair";
import { lockMeeting, moveMeeting, placeMeeting, removePlacement, unlockMeeting } from "./schedule/commands/edit-draft";
import { exportBreakouts } from "./schedule/commands/export-breakouts";
import { moveLateMeeting } from "./schedule/commands/move-late";
import { pairOrganisations } from "./schedule/commands/pair-organisations";
import { releaseSchedule } from "./schedule/commands/release-schedule";
import { bringBackInterpreter, takeOutInterpreter } from "./schedule/commands/replace-interpreter";
import { deleteSearch, renameSearch, saveSearch } from "./search/commands/save-search";
import { cancelRun, startRun } from "./schedule/commands/start-run";
import { takeBackSchedule } from "./schedule/commands/take-back-schedule";
import { linkIdentity, unlinkIdentity } from "./user/commands/link-identity";
import { saveAccount } from "./user/commands/save-account";
import { endOtherSessions, endSession } from "./user/commands/end-session";
import { resetWording, saveWording, tryWording } from "./wording/commands";

// Every command for every role: a row more makes it longer, and so does a busy machine.
vi.setConfig({ testTimeout: 180_000 });

type World = Awaited<ReturnType<typeof createTwoProgrammes>>;
type Role = keyof World["people"];
type Row = { may: readonly Role[]; attempt: (actor: Actor) => Promise<unknown> };

const everybody: readonly Role[] = [
  "newcomer", "stranger", "neighbour", "third", "asked", "owner", "editor", "invited", "applicant",
  "otherEventModerator", "otherOrganiser", "eventModerator", "moderator", "organiser",
];
const members: readonly Role[] = ["owner", "editor"];
const participants: readonly Role[] = ["owner", "asked", "third"];
/** Who spoke in the meeting that is over. */
const speakers: readonly Role[] = ["owner", "third"];
const eventStaff: readonly Role[] = ["eventModerator", "moderator", "organiser"];
const programmeStaff: readonly Role[] = ["moderator", "organiser"];

/** Each command aimed at the objects of one programme, and the only people for whom these objects exist. */
function matrix(world: World): Record<string, Row> {
  const { programme, asker, asked, third, request, meeting, repair } = world;
  const event = world.event.slug;
  const organisation = asker.organisation.slug;
  const statement = asker.organisation.statements[0]?.id ?? "";
  const slot = world.event.slots[0]?.id ?? "";
  const room = world.event.rooms[0]?.id ?? "";
  const words = { subject: "own", ownSubject: "Harbours", ownSubjectLocale: "en", message: "Shall we talk?", messageLocale: "en" } as const;
  const details = changeSchema.parse({
    event, locale: "en", personName: "Alex Example", email: "alex@mail.example", languages: ["en"], slots: [slot], participation: true,
  });
  const held = { event: world.past.event.slug, meeting: world.past.meeting.id };
  const membership = { membership: world.joining.id };
  const viewpoint = { programmeId: programme.id, own: asker.organisation };
  const placement = { event, meeting: meeting.id, slot, room, version: 1 };
  const placed = { event, meeting: meeting.id, slot, room };
  const mailChoices = {
    request_received: "digest", request_expiring: "off", reminder_day: "now", reminder_hour: "now", rating_asked: "now", cooperation_asked: "off", call_posted: "now", digest: "off", event_open: "now", search_found: "now", announcement: "now",
  } as const;
  const nothing = async () => undefined;
  const wording = { programme: programme.slug, kind: "request_accepted", locale: "de" } as const;
  const worded = { ...wording, intent: "save", key: randomUUID(), subject: "Good news", body: "{button}" } as const;
  const announcement = { event, key: randomUUID(), intent: "send" as const, groups: ["everyone" as const], countries: [], locales: [], subject_en: "News", body_en: "Hello" };
  const example = { programme: "Programme", title: "Event", slug: event, startsAt: "2027-03-18T12:00:00Z", timeZone: "Europe/Berlin" };
  return {
    decideAdmission: { may: programmeStaff, attempt: (a) => decideAdmission(a, { admission: world.admission.id, seen: "returned", decision: "approved" }) },
    resubmitOrganisation: { may: ["applicant"], attempt: (a) => resubmitOrganisation(a, programme.id, world.applicant.slug) },
    setBookmark: { may: everybody, attempt: (a) => setBookmark(a, viewpoint, { organisationId: asked.organisation.id, isOn: true }) },
    dismissOrganisation: {
      may: members,
      attempt: (a) => dismissOrganisation(a, viewpoint, { organisation: asked.organisation.slug, reason: "known", locale: "en" }),
    },
    recordExposure: { may: members, attempt: (a) => recordExposure(a, viewpoint, [asked.organisation.id]) },
    undoDismissal: { may: members, attempt: (a) => undoDismissal(a, viewpoint, { organisation: asked.organisation.slug }) },
    saveSearch: {
      may: ["neighbour", "third", "asked", "owner", "editor"],
      attempt: (a) => saveSearch(a, programme.id, { name: "Harbours", query: "?q=harbour", locale: "en" }),
    },
    renameSearch: { may: ["owner"], attempt: (a) => renameSearch(a, { search: world.search.id, name: "Sheds" }) },
    deleteSearch: { may: everybody, attempt: (a) => deleteSearch(a, { search: world.search.id }) },
    addRoom: { may: ["organiser"], attempt: (a) => addRoom(a, { event, name: "Quay", kind: "table" }) },
    changeRoom: { may: ["organiser"], attempt: (a) => changeRoom(a, { event, id: room, name: "Pier", kind: "table" }) },
    removeRoom: { may: ["organiser"], attempt: (a) => removeRoom(a, { event, id: world.event.rooms[3]?.id ?? "" }) },
    addInterpreter: { may: eventStaff, attempt: (a) => addInterpreter(a, { event, name: randomUUID(), languages: ["de", "pl"], slots: [slot] }) },
    changeInterpreter: {
      may: eventStaff,
      attempt: (a) => changeInterpreter(a, { event, id: world.interpreter.id, version: 1, name: "Anna", languages: ["de", "pl"], slots: [slot] }),
    },
    chooseInterpreter: { may: eventStaff, attempt: (a) => chooseInterpreter(a, { event, meeting: meeting.id }) },
    takeOutInterpreter: { may: eventStaff, attempt: (a) => takeOutInterpreter(a, { event, id: world.interpreter.id, seen: "none" }) },
    bringBackInterpreter: { may: eventStaff, attempt: (a) => bringBackInterpreter(a, { event, id: world.interpreter.id, seen: "none" }) },
    changeSettings: {
      may: ["organiser"],
      attempt: (a) => changeSettings(a, { event, version: 1, needsApproval: true, requestQuota: 5, requestExpiryDays: 7, linkDaysBefore: 3 }, nothing),
    },
    moveEvent: {
      may: ["organiser"],
      attempt: (a) => moveEvent(a, { event, version: 1, startsAt: "2027-04-01T13:00", endsAt: "2027-04-01T15:15" }),
    },
    // Of another version, so that the event goes on for those who come after.
    cancelEvent: { may: ["organiser"], attempt: (a) => cancelEvent(a, { event, version: 99, reason_en: "Too few." }) },
    makeSlots: { may: ["organiser"], attempt: (a) => makeSlots(a, { event, first: "13:15", minutes: 14, pause: 2, count: 7 }) },
    uploadFile: { may: ["organiser"], attempt: (a) => uploadFile(a, { programme: programme.slug, name: "a.csv", content: Buffer.from("name\n") }) },
    importOrganisations: {
      may: ["organiser"],
      attempt: (a) => importOrganisations(a, { programme: programme.slug, content: Buffer.from("name\n"), take: [] }),
    },
    uploadAnswers: { may: eventStaff, attempt: (a) => uploadAnswers(a, { event, name: "a.csv", content: Buffer.from("E-mail,Name,Company\nx@mail.example,X,Y\n") }) },
    chooseColumns: { may: [], attempt: (a) => chooseColumns(a, { event, file: randomUUID(), column: [], locale: "en", named: [], meant: [] }) },
    confirmIntake: { may: [], attempt: (a) => confirmIntake(a, { event, file: randomUUID(), stated: true, take: [] }) },
    confirmImport: { may: [], attempt: (a) => confirmImport(a, { file: randomUUID(), take: [] }) },
    cancelMeeting: { may: ["owner", "third", ...eventStaff], attempt: (a) => cancelMeeting(a, { event, id: meeting.id }) },
    rateMeeting: { may: speakers, attempt: (a) => rateMeeting(a, { ...held, outcome: "informative" }) },
    saveNote: { may: speakers, attempt: (a) => saveNote(a, { ...held, text: "Call them.", locale: "en" }) },
    wishSecond: { may: speakers, attempt: (a) => wishSecond(a, { ...held, wish: "yes" }) },
    proposeTime: { may: speakers, attempt: (a) => proposeTime(a, { ...held, startsAt: "2099-04-01T10:00" }) },
    confirmTime: { may: speakers, attempt: (a) => confirmTime(a, { ...held, seen: "2099-04-01T08:00:00Z" }) },
    shareContact: {
      may: speakers,
      attempt: (a) => shareContact(a, { ...held, name: "Alex Example", email: "alex@mail.example", consent: true, locale: "en" }),
    },
    postCall: {
      may: ["neighbour", "third", "asked", "owner", "editor"],
      attempt: (a) => postCall(a, programme, { key: randomUUID(), text: "We look for a partner with sensors.", locale: "en", fields: [], until: "2020-01-01" }),
    },
    answerCall: {
      may: ["neighbour", "third", "asked"],
      attempt: (a) => answerCall(a, programme.id, {
        call: world.call.id, text: "We have some of them.", textLocale: "en", locale: "en", name: "Alex Example", email: "alex@mail.example", consent: true,
      }),
    },
    reportCall: { may: ["neighbour", "third", "asked"], attempt: (a) => reportCall(a, programme.id, { call: world.call.id, text: "An advertisement." }) },
    closeCall: { may: members, attempt: (a) => closeCall(a, { call: world.call.id }) },
    acceptAnswer: { may: members, attempt: (a) => acceptAnswer(a, { answer: world.answer.id }) },
    declineAnswer: { may: members, attempt: (a) => declineAnswer(a, { answer: world.answer.id }) },
    withdrawAnswerContact: { may: everybody, attempt: (a) => withdrawAnswerContact(a, { answer: randomUUID() }) },
    // Last of these: a hidden call is its author's alone.
    hideCall: { may: programmeStaff, attempt: (a) => hideCall(a, { call: world.call.id, hidden: "yes" }) },
    noteCooperation: {
      may: ["owner", "editor", "third"],
      attempt: (a) => noteCooperation(a, programme.id, { key: randomUUID(), meeting: world.past.meeting.id, subject: "Sensors", subjectLocale: "en", stage: "idea" }),
    },
    setStage: { may: ["owner", "editor"], attempt: (a) => setStage(a, { cooperation: world.cooperation.id, stage: "talks" }) },
    answerCooperation: { may: ["third"], attempt: (a) => answerCooperation(a, { cooperation: world.cooperation.id, answer: "no" }) },
    removeCooperation: { may: everybody, attempt: (a) => removeCooperation(a, { cooperation: randomUUID() }) },
    withdrawContact: { may: speakers, attempt: (a) => withdrawContact(a, held) },
    acceptInvitation: { may: ["invited"], attempt: (a) => acceptInvitation(a, { membership: world.invitation.id }) },
    declineInvitation: { may: [], attempt: (a) => declineInvitation(a, membership) },
    approveMembership: { may: ["owner", ...programmeStaff], attempt: (a) => approveMembership(a, membership) },
    declineMembership: { may: ["owner", ...programmeStaff], attempt: (a) => declineMembership(a, membership) },
    changeRole: { may: ["owner"], attempt: (a) => changeRole(a, { membership: world.editorship.id, role: "editor" }) },
    removeMember: { may: ["owner"], attempt: (a) => removeMember(a, { membership: world.joining.id }) },
    inviteMember: { may: ["owner"], attempt: (a) => inviteMember(a, { organisation, email: "new@mail.example", role: "editor" }) },
    requestMembership: { may: everybody, attempt: (a) => requestMembership(a, programme.id, organisation) },
    addStatement: {
      may: members,
      attempt: (a) => addStatement(a, { organisation, key: randomUUID(), direction: "offer", locale: "en", text: "Something", fields: [] }),
    },
    checkText: {
      may: members,
      attempt: (a) => checkText(a, programme.id, { organisation, direction: "offer", locale: "en", text: "Something", subject: "", fields: [] }, "en"),
    },
    createOrganisation: {
      may: everybody,
      attempt: (a) => createOrganisation(a, programme.id, { key: randomUUID(), name: `New ${randomUUID()}`, type: "research", region: "PL42" }),
    },
    editProfile: {
      may: members,
      attempt: (a) => editProfile(a, {
        organisation, version: 1, name: "Named anew", type: "research", region: "PL42", descriptionEn: "", descriptionDe: "", descriptionPl: "",
        fields: [], languages: [], wishedTypes: [], wishedRegions: [],
      }),
    },
    editStatement: { may: members, attempt: (a) => editStatement(a, { organisation, statement, version: 1, locale: "en", text: "Something", fields: [] }) },
    editVisibility: { may: members, attempt: (a) => editVisibility(a, { organisation, version: 1, profile: "public", contact: "public" }) },
    moveStatement: { may: members, attempt: (a) => moveStatement(a, { organisation, statement, to: "down" }) },
    deleteStatement: { may: members, attempt: (a) => deleteStatement(a, { organisation, statement }) },
    setLogo: { may: members, attempt: (a) => setLogo(a, organisation, Buffer.from("no picture")) },
    removeLogo: { may: members, attempt: (a) => removeLogo(a, organisation) },
    registerParticipant: { may: members, attempt: (a) => registerParticipant(a, { ...details, organisation: asker.organisation.id }) },
    changeRegistration: { may: [...participants, "editor"], attempt: (a) => changeRegistration(a, details) },
    applyChange: { may: [...participants, "editor"], attempt: (a) => applyChange(a, details) },
    decideRegistration: {
      may: eventStaff,
      attempt: (a) => decideRegistration(a, { event, id: world.waiting.id, seen: "waiting", decision: "return", reason: "Which language?" }, nothing),
    },
    decideMany: {
      may: eventStaff,
      attempt: (a) => decideMany(a, { event, key: randomUUID(), decision: "refuse", chosen: [[world.waiting.id, "waiting"]], reason: "Full." }),
    },
    undoBulk: { may: [], attempt: (a) => undoBulk(a, { event, bulk: randomUUID() }) },
    exportRegistrations: { may: eventStaff, attempt: (a) => exportRegistrations(a, event) },
    // Nobody of these was let in; domain/evidence/evidence.integration.test.ts lets somebody in.
    readEvidence: { may: [], attempt: (a) => readEvidence(a, event, "en") },
    exportEvidence: { may: [], attempt: (a) => exportEvidence(a, event) },
    allowEvidence: { may: ["organiser"], attempt: (a) => allowEvidence(a, { programme: programme.slug, role: world.duty.id }) },
    disallowEvidence: { may: ["organiser"], attempt: (a) => disallowEvidence(a, { programme: programme.slug, role: world.duty.id }) },
    exportReport: { may: ["organiser"], attempt: (a) => exportReport(a, { programme: programme.slug, event }, "en") },
    exportOpenData: { may: ["organiser"], attempt: (a) => exportOpenData(a, { programme: programme.slug, event }, "json") },
    acceptRequest: { may: ["asked"], attempt: (a) => acceptRequest(a, { event, id: request.id }) },
    declineRequest: { may: ["asked"], attempt: (a) => declineRequest(a, { event, id: request.id, code: "no_fit" }) },
    withdrawRequest: { may: ["owner"], attempt: (a) => withdrawRequest(a, { event, id: request.id }) },
    editRequest: { may: ["owner"], attempt: (a) => editRequest(a, { event, id: request.id, version: 1, ...words }) },
    proposeColleague: {
      may: ["asked"],
      attempt: (a) => proposeColleague(a, { event, id: request.id, version: 1, person: asked.registration.id }),
    },
    sendRequest: { may: ["asked", "owner"], attempt: (a) => sendRequest(a, { event, organisation: third.organisation.slug, ...words }) },
    blockOrganisation: { may: ["asked", "owner"], attempt: (a) => blockOrganisation(a, { event, organisation: third.organisation.slug }) },
    unblockOrganisation: { may: ["asked", "owner"], attempt: (a) => unblockOrganisation(a, { event, organisation: third.organisation.slug }) },
    reportOrganisation: {
      may: ["asked", "owner"],
      attempt: (a) => reportOrganisation(a, { event, organisation: third.organisation.slug, key: randomUUID(), text: "They do not exist." }),
    },
    closeReport: { may: eventStaff, attempt: (a) => closeReport(a, { event, id: world.report.id }) },
    resendMail: { may: eventStaff, attempt: (a) => resendMail(a, { event, id: world.mail.id, key: randomUUID(), seen: "dead" }) },
    resendDead: { may: eventStaff, attempt: (a) => resendDead(a, { event }) },
    placeMeeting: { may: eventStaff, attempt: (a) => placeMeeting(a, placed) },
    moveMeeting: { may: eventStaff, attempt: (a) => moveMeeting(a, { ...placed, version: 1 }) },
    lockMeeting: { may: eventStaff, attempt: (a) => lockMeeting(a, placement) },
    unlockMeeting: { may: eventStaff, attempt: (a) => unlockMeeting(a, placement) },
    removePlacement: { may: eventStaff, attempt: (a) => removePlacement(a, placement) },
    startRun: { may: eventStaff, attempt: (a) => startRun(a, { event, seconds: 5, fairness: null, kept: "locked" }) },
    cancelRun: { may: eventStaff, attempt: (a) => cancelRun(a, { event, run: world.run.id }) },
    acceptRun: { may: eventStaff, attempt: (a) => acceptRun(a, { event, run: world.run.id }) },
    discardRun: { may: eventStaff, attempt: (a) => discardRun(a, { event, run: world.run.id }) },
    nudgeParticipant: { may: eventStaff, attempt: (a) => nudgeParticipant(a, { event, registration: asked.registration.id, cause: "profile" }) },
    startPairing: { may: eventStaff, attempt: (a) => startPairing(a, { event, least: 1, most: 2, reach: "across" }) },
    cancelPairing: { may: eventStaff, attempt: (a) => cancelPairing(a, { event, run: world.pairing.id }) },
    discardPairing: { may: eventStaff, attempt: (a) => discardPairing(a, { event, run: world.pairing.id }) },
    takePairings: {
      may: eventStaff,
      attempt: (a) => takePairings(a, { event, run: world.pairing.id, scope: "all", pairs: [], subject: "Harbours", subjectLocale: "en" }),
    },
    pairOrganisations: {
      may: eventStaff,
      attempt: (a) => pairOrganisations(a, { event, left: asked.organisation.slug, right: third.organisation.slug, subject: "Harbours", subjectLocale: "en" }),
    },
    releaseSchedule: { may: eventStaff, attempt: (a) => releaseSchedule(a, { event, revision: "none", after: 0 }) },
    takeBackSchedule: { may: eventStaff, attempt: (a) => takeBackSchedule(a, { event, number: 9 }) },
    moveLateMeeting: { may: ["owner", "third"], attempt: (a) => moveLateMeeting(a, { event, meeting: meeting.id, slot, version: 0 }) },
    applyRepair: {
      may: eventStaff,
      attempt: (a) => applyRepair(a, { event, revision: "none", entries: [{ meetingId: meeting.id, slotId: slot, roomId: room }], removed: [] }),
    },
    undoRepair: { may: eventStaff, attempt: (a) => undoRepair(a, { event, repair: repair.id }) },
    exportBreakouts: { may: eventStaff, attempt: (a) => exportBreakouts(a, { event, slot }) },
    linkIdentity: { may: everybody, attempt: (a) => linkIdentity(a, { issuer: "https://id.example", subject: randomUUID() }) },
    unlinkIdentity: { may: [], attempt: (a) => unlinkIdentity(a, { issuer: "https://id.example", subject: "nobody" }) },
    makeAddress: { may: everybody, attempt: (actor) => makeAddress(actor, {}, (id) => id) },
    removeAddress: { may: everybody, attempt: (actor) => removeAddress(actor, { seen: randomUUID() }) },
    retryJob: { may: ["organiser", "otherOrganiser"], attempt: (a) => retryJob(a, { id: randomUUID() }) },
    discardJob: { may: ["organiser", "otherOrganiser"], attempt: (a) => discardJob(a, { id: randomUUID() }) },
    readAllAgain: { may: ["organiser", "otherOrganiser"], attempt: (a) => readAllAgain(a) },
    // Nobody reads what is another person's.
    readNotice: { may: [], attempt: (a) => readNotice(a, { id: world.mail.id }) },
    readAllNotices: { may: everybody, attempt: (a) => readAllNotices(a, { until: new Date().toISOString() }) },
    saveAccount: { may: everybody, attempt: (a) => saveAccount(a, { name: "Alex Example", locale: "en" }) },
    saveMailChoices: { may: everybody, attempt: (a) => saveMailChoices(a, mailChoices) },
    sendAnnouncement: { may: eventStaff, attempt: (a) => sendAnnouncement(a, announcement) },
    stopAnnouncement: { may: eventStaff, attempt: (a) => stopAnnouncement(a, { event, id: world.announcement.id }) },
    tryAnnouncement: { may: eventStaff, attempt: (a) => tryAnnouncement(a, announcement, { person: "Alex Example", organisation: "Harbour" }) },
    saveWording: { may: ["organiser"], attempt: (a) => saveWording(a, worded) },
    resetWording: { may: ["organiser"], attempt: (a) => resetWording(a, { ...wording, seen: randomUUID() }) },
    tryWording: { may: ["organiser"], attempt: (a) => tryWording(a, worded, example) },
    endSession: { may: [], attempt: (a) => endSession(a, { id: randomUUID() }) },
    endOtherSessions: { may: everybody, attempt: (a) => endOtherSessions(a, "") },
    // Gone after the first who may.
    removeInterpreter: { may: eventStaff, attempt: (a) => removeInterpreter(a, { event, id: world.interpreter.id }) },
    checkIn: { may: participants, attempt: (a) => checkIn(a, { event }) },
    checkOut: { may: participants, attempt: (a) => checkOut(a, { event }) },
    applyPlan: {
      may: eventStaff,
      attempt: (a) => applyPlan(a, { event, kind: "room", of: world.event.rooms[2]?.id ?? "", seen: 0, revision: "none", after: 1, entries: [], removed: [], pairs: [], subjectLocale: "en" }),
    },
    undoPlan: { may: eventStaff, attempt: (a) => undoPlan(a, { event, repair: world.dayChange.id }) },
    setAttendance: { may: eventStaff, attempt: (a) => setAttendance(a, { event, registration: asked.registration.id, state: "absent", version: 0 }) },
    // Last: whoever has cancelled is no participant any more.
    cancelRegistration: { may: [...participants, "editor"], attempt: (a) => cancelRegistration(a, { event }, nothing) },
  };
}

/** Names of all exported functions of the commands whose first argument is the actor. */
async function listCommands(): Promise<string[]> {
  const files = globSync("domain/**/commands{.ts,/*.ts}").filter((name) => !name.includes(".test."));
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ resolve(file)) as Promise<Record<string, unknown>>));
  return modules.flatMap((exports) => Object.entries(exports))
    .filter(([, value]) => typeof value === "function" && /^(async )?function \w+\(actor\b/.test(value.toString()))
    .map(([name]) => name);
}

let world: World;
beforeAll(async () => {
  world = await createTwoProgrammes();
});

async function denialOf(attempt: Promise<unknown>): Promise<"signed_out" | "not_found" | "none"> {
  return attempt.then(() => "none" as const, (error: unknown) => {
    if (error instanceof SignedOut) return "signed_out" as const;
    if (error instanceof NotFound) return "not_found" as const;
    throw error;
  });
}

describe("role x command x object", () => {
  test("every command stands in the matrix", async () => {
    expect((await listCommands()).toSorted()).toEqual(Object.keys(matrix(world)).toSorted());
  });

  test("a visitor is asked to sign in, and what is not for somebody does not exist", async () => {
    const wrong: string[] = [];
    for (const [name, { may, attempt }] of Object.entries(matrix(world))) {
      if ((await denialOf(attempt(visitor))) !== "signed_out") wrong.push(`${name} by a visitor`);
      for (const role of everybody.filter((one) => !may.includes(one))) {
        if ((await denialOf(attempt(world.people[role]))) !== "not_found") wrong.push(`${name} by ${role}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("whoever may is answered", async () => {
    const wrong: string[] = [];
    for (const [name, { may, attempt }] of Object.entries(matrix(world))) {
      const answers = await Promise.all(may.map(async (role) => [role, await denialOf(attempt(world.people[role]))] as const));
      if (may.length > 0 && answers.every(([, denial]) => denial !== "none")) wrong.push(`${name}: ${answers.flat().join(" ")}`);
    }
    expect(wrong).toEqual([]);
  });
});

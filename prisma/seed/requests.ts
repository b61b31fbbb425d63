import type { Locale } from "@/domain/input";
import { addDays } from "@/domain/time";
import type { Tx } from "../client";
import type { Prisma } from "../generated/client";
import { type DemoRequest, demoPairings, demoRequests } from "./data/requests";
import { demoId } from "./ids";
import { type DemoOrganisation, demoOrganisations } from "./material";
import { organisationId, statementId } from "./organisations";
import { matchmaking, registrationId } from "./registrations";

/** As in the event's settings. */
const expiryDays = 14;
const eventId = demoId(`event/${matchmaking}`);

function organisationOf(key: string): DemoOrganisation {
  const organisation = demoOrganisations.find((candidate) => candidate.key === key);
  if (!organisation) throw new Error(`The demo has no organisation ${key}`);
  return organisation;
}

const speakerOf = (key: string) => registrationId(matchmaking, organisationOf(key).contact.email);
const requestId = ({ from, to, asked }: DemoRequest) => demoId(`request/${from}/${to}/${asked}`);

function subjectOf({ about }: DemoRequest): { subject: string; subjectLocale: Locale; statementId: string | null } {
  if (typeof about !== "string") return { subject: about.text, subjectLocale: about.locale, statementId: null };
  const owner = organisationOf(about.slice(0, 5));
  const statement = owner.statements.find(({ key }) => key === about);
  if (!statement) throw new Error(`The demo has no offer or need ${about}`);
  return { subject: statement.text.slice(0, 200), subjectLocale: owner.locale, statementId: statementId(about) };
}

function endOf({ end, to }: DemoRequest, expiresAt: Date, now: Date): Partial<Prisma.MeetingRequestCreateManyInput> {
  if (!end) return { state: "pending" };
  if (end.state === "expired") return { state: "expired", answeredAt: expiresAt };
  const answeredAt = addDays(now, -end.answered);
  if (end.state === "withdrawn") return { state: "withdrawn", answeredAt };
  const answer = { state: end.state, answeredAt, recipientPersonId: speakerOf(to) };
  return end.state === "accepted" ? answer : { ...answer, declineCode: end.code, declineText: end.text ?? null };
}

function requestRow(request: DemoRequest, now: Date): Prisma.MeetingRequestCreateManyInput {
  const createdAt = addDays(now, -request.asked);
  const expiresAt = addDays(createdAt, expiryDays);
  return {
    id: requestId(request),
    eventId,
    requesterId: organisationId(request.from),
    recipientId: organisationId(request.to),
    requesterPersonId: speakerOf(request.from),
    ...subjectOf(request),
    message: request.message,
    messageLocale: organisationOf(request.from).locale,
    createdAt,
    expiresAt,
    ...endOf(request, expiresAt, now),
  };
}

type DemoMeeting = Pick<Prisma.MeetingCreateManyInput, "origin" | "subject" | "subjectLocale"> & {
  between: readonly [string, string];
  requestId: string | null;
  createdAt: Date;
};

function agreed(now: Date): DemoMeeting[] {
  const accepted = demoRequests.flatMap((request): DemoMeeting[] => {
    if (request.end?.state !== "accepted") return [];
    const { subject, subjectLocale } = subjectOf(request);
    const createdAt = addDays(now, -request.end.answered);
    return [{ origin: "request", between: [request.from, request.to], requestId: requestId(request), subject, subjectLocale, createdAt }];
  });
  const paired = demoPairings.map(({ between, subject, locale }): DemoMeeting => {
    return { origin: "pairing", between, requestId: null, subject, subjectLocale: locale, createdAt: addDays(now, -3) };
  });
  return [...accepted, ...paired];
}

/** Stores requests in every state, the meetings of the accepted ones, and two pairings. Nothing is placed yet. */
export async function addRequests(tx: Tx, now: Date): Promise<void> {
  const meetings = agreed(now).map((meeting) => ({ ...meeting, id: demoId(`meeting/${meeting.between.join("/")}`) }));
  await tx.meetingRequest.createMany({ data: demoRequests.map((request) => requestRow(request, now)) });
  await tx.meeting.createMany({
    data: meetings.map(({ between, ...meeting }) => {
      const [lowId = "", highId = ""] = between.map(organisationId).toSorted();
      return { ...meeting, eventId, lowId, highId };
    }),
  });
  await tx.meetingSide.createMany({
    data: meetings.flatMap(({ id, between }) =>
      between.map((key) => ({ meetingId: id, organisationId: organisationId(key), registrationId: speakerOf(key) })),
    ),
  });
}

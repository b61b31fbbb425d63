import type { Actor, Person } from "@/domain/actor";
import { newsSelect, toNews } from "@/domain/notice/access";
import type { News } from "@/domain/notice/schema";
import { requirePerson } from "@/domain/result";
import { type DemoPerson, demoPeople } from "@/domain/seed/schema";
import { addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { mostWrongCodes, seenMinutes } from "./rules";

const personSelect = {
  id: true,
  email: true,
  name: true,
  locale: true,
  memberships: { where: { state: "active" }, select: { organisationId: true, role: true } },
  staff: { select: { role: true, programmeId: true, eventId: true } },
} as const;

/** A session that is open: whose it is, until when, and how much its person has not read. */
export type Visit = { person: Person; sessionId: string; expiresAt: Date; news: News };

/**
 * The session that has not expired, with its person's active memberships and staff roles. Notes now and then that it is
 * in use.
 * @param tokenHash SHA-256 of the cookie's value, in hex
 */
export async function getVisit(tokenHash: string): Promise<Visit | null> {
  const now = new Date();
  const session = await db.session.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    relationLoadStrategy: "join",
    select: { id: true, lastSeenAt: true, expiresAt: true, user: { select: { ...personSelect, ...newsSelect } } },
  });
  if (!session) return null;
  if (session.lastSeenAt < addMinutes(now, -seenMinutes)) {
    await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  const { id, notices, _count, ...user } = session.user;
  return { person: { kind: "person", userId: id, ...user }, sessionId: session.id, expiresAt: session.expiresAt, news: toNews({ notices, _count }) };
}

/** Somebody for whom the worker reads, as every domain function sees them; null where they are gone. */
export async function getPerson(userId: string): Promise<Person | null> {
  const user = await db.user.findUnique({ where: { id: userId }, relationLoadStrategy: "join", select: personSelect });
  if (!user) return null;
  const { id, ...rest } = user;
  return { kind: "person", userId: id, ...rest };
}

/** Whose session this is and when it ends; null where it has ended. */
export async function getSession(tokenHash: string) {
  return db.session.findFirst({
    where: { tokenHash, expiresAt: { gt: new Date() } },
    select: { expiresAt: true, user: { select: { id: true, email: true } } },
  });
}

/** The user whom an account at an issuer belongs to; null where it was never linked. */
export async function getUserByIdentity({ issuer, subject }: { issuer: string; subject: string }) {
  const identity = await db.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: { select: { id: true, email: true } } },
  });
  return identity?.user ?? null;
}

/** The attempt to sign in that this browser is in the middle of, as long as it can still succeed. */
export function getOpenSignIn(browserHash: string) {
  return db.signIn.findFirst({
    where: { browserHash, consumedAt: null, expiresAt: { gt: new Date() }, wrongCodes: { lt: mostWrongCodes } },
    select: { email: true, returnTo: true },
  });
}

/** The own sessions, the current one first, then the one used last. Throws SignedOut. */
export async function listSessions(actor: Actor, tokenHash: string) {
  const { userId } = requirePerson(actor);
  const sessions = await db.session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, tokenHash: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  return sessions
    .map(({ tokenHash: hash, ...session }) => ({ ...session, isCurrent: hash === tokenHash }))
    .toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** The own accounts at an OpenID Connect issuer. Throws SignedOut. */
export async function listIdentities(actor: Actor) {
  const { userId } = requirePerson(actor);
  return db.identity.findMany({
    where: { userId },
    orderBy: [{ issuer: "asc" }, { subject: "asc" }],
    select: { issuer: true, subject: true, createdAt: true },
  });
}

/** The people of the demo who can sign in with one click; nobody where this is no demo. Public. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  const isDemo = await db.installation.count({ where: { isDemo: true } });
  if (isDemo === 0) return [];
  const emails = demoPeople.map(({ email }) => email);
  const users = await db.user.findMany({ where: { isDemo: true, email: { in: emails } }, select: { email: true } });
  return demoPeople.filter(({ email }) => users.some((user) => user.email === email));
}

import NextAuth, { type NextAuthConfig } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { SignedOut } from "@/domain/result";
import { signOut as endSession } from "@/domain/user/commands/end-session";
import { hashSecret, newSecret } from "@/domain/user/commands/hash-secret";
import { linkIdentity } from "@/domain/user/commands/link-identity";
import { openProvenSession } from "@/domain/user/commands/open-session";
import { getSession, getUserByIdentity } from "@/domain/user/queries";
import { sessionDays } from "@/domain/user/rules";
import { getClient } from "./client";
import { env } from "./env";
import { log } from "./log";
import { cookieAttributes, getActor, sessionCookie } from "./session";

// Sign-in by OpenID Connect. next-auth speaks with the issuer (discovery, state, nonce, PKCE, tokens) and sets the
// session's cookie; what may happen in the database is said here. docs/decisions/0001 tells why.

/** The name of the issuer that people may sign in with; null where none is configured. */
export function issuerName(): string | null {
  return env().OIDC_ISSUER ? env().OIDC_NAME : null;
}

const issuer = () => env().OIDC_ISSUER ?? "";

/** What next-auth calls a user. Addresses are proved by mail, never by an issuer. */
function adapterUser(user: { id: string; email: string }): AdapterUser {
  return { ...user, emailVerified: null };
}

function never(what: string) {
  return () => Promise.reject(new Error(`next-auth wanted to ${what}`));
}

const adapter: Adapter = {
  async getUserByAccount({ providerAccountId: subject }) {
    const user = await getUserByIdentity({ issuer: issuer(), subject });
    return user && adapterUser(user);
  },
  async getSessionAndUser(sessionToken) {
    const found = await getSession(hashSecret(sessionToken));
    return found && { session: { sessionToken, userId: found.user.id, expires: found.expiresAt }, user: adapterUser(found.user) };
  },
  async createSession({ sessionToken, userId }) {
    const { userAgent } = await getClient();
    const { expiresAt } = await openProvenSession({ id: userId }, { userAgent }, sessionToken);
    return { sessionToken, userId, expires: expiresAt };
  },
  async deleteSession(sessionToken) {
    await endSession(sessionToken);
  },
  async linkAccount({ providerAccountId: subject, userId }) {
    const actor = await getActor();
    if (actor.kind !== "person" || actor.userId !== userId) throw new SignedOut("accounts are linked from one's own session");
    const linked = await linkIdentity(actor, { issuer: issuer(), subject });
    if (!linked.ok) throw new Error(linked.reason);
  },
  // Nobody is found or made by what an issuer tells about them.
  getUserByEmail: () => Promise.resolve(null),
  createUser: never("create a user"),
  getUser: never("read a user"),
  updateUser: never("change a user"),
  updateSession: never("prolong a session"),
};

/** Where an issuer's answer leads: on, or to a page that says why not. */
async function judge(subject: string | undefined): Promise<true | string> {
  if (!subject) return "/sign-in?problem=failed";
  const actor = await getActor();
  const owner = await getUserByIdentity({ issuer: issuer(), subject });
  if (actor.kind === "visitor") return owner ? true : "/sign-in?problem=not_linked";
  return owner === null || owner.id === actor.userId ? true : "/account?problem=linked_elsewhere";
}

/** The one issuer; none where the environment names none. */
function providers(): NextAuthConfig["providers"] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  const client = { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
  return [
    {
      id: "oidc",
      name: OIDC_NAME,
      type: "oidc",
      ...client,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid" } },
      profile: ({ sub }: { sub: string }) => ({ id: sub }),
    },
  ];
}

function config(): NextAuthConfig {
  return {
    adapter,
    providers: providers(),
    secret: env().AUTH_SECRET,
    trustHost: true,
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "database", maxAge: sessionDays * 24 * 3600, generateSessionToken: newSecret },
    cookies: { sessionToken: { name: sessionCookie, options: cookieAttributes() } },
    callbacks: { signIn: ({ account }) => judge(account?.providerAccountId) },
    logger: { error: (error) => log().warn({ err: error }, "sign-in by issuer"), warn: () => undefined, debug: () => undefined },
  };
}

const nextAuth = NextAuth(() => config());

/** Sends the browser to the issuer. `returnTo` is a local address with its language. */
export async function leaveToIssuer(returnTo: string): Promise<never> {
  return nextAuth.signIn("oidc", { redirectTo: `${env().APP_URL}${returnTo}` });
}

/** Takes the issuer's answer. */
export const { GET: returnFromIssuer } = nextAuth.handlers;

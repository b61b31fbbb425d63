import { z } from "zod";

/** Where something is sent to by its address alone: no name, password or key is hidden in it. */
const plainAddress = z
  .url({ protocol: /^https?$/ })
  .transform((url) => url.replace(/\/+$/, ""))
  .refine((url) => !/[@?#]/.test(url), { error: "holds a name, a query or a fragment" });

const schema = z.object({
  /** postgresql://user:password@host:port/database */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** smtp://user:password@host:port */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  /** Address that the portal is reached at; every absolute link begins with it. */
  APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  /** Sender of all mails. */
  MAIL_FROM: z.string().min(3),
  /** At least 32 characters; signs cookies. */
  AUTH_SECRET: z.string().min(32),
  /** Slug of the programme on the home page. */
  HOME_PROGRAMME: z.string().default("pomerania"),
  /** One OpenID Connect issuer; all three or none. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default("OpenID Connect"),
  /** An embedding service that compares the meaning of offers and needs; the first two together or none. See docs/embeddings.md. */
  EMBEDDINGS_URL: plainAddress.optional(),
  EMBEDDINGS_MODEL: z.string().min(1).max(200).optional(),
  EMBEDDINGS_KEY: z.string().regex(/^[\x21-\x7e]+$/).optional(),
  /** What the model wants before each text. */
  EMBEDDINGS_PREFIXES: z.enum(["e5", "none"]).default("e5"),
  /** Cosine of two texts that have nothing to do with each other. */
  EMBEDDINGS_FLOOR: z.coerce.number().min(-1).max(0.95).default(0.75),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** "1": the portal stands behind one proxy that appends the client's address to X-Forwarded-For. */
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  /** "1": demo people sign in with one click. Refused where the database holds anything but demo data. */
  DEMO: z.enum(["0", "1"]).default("0"),
});

export type Env = z.infer<typeof schema>;

/** @throws Error that names what is set in part */
function requireWhole(read: Env): void {
  const oidc = [read.OIDC_ISSUER, read.OIDC_CLIENT_ID, read.OIDC_CLIENT_SECRET];
  if (oidc.some(Boolean) && !oidc.every(Boolean)) {
    throw new Error("Environment: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set together or not at all");
  }
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key } = read;
  if (url && !model) throw new Error("Environment: EMBEDDINGS_URL is set, so EMBEDDINGS_MODEL is needed too");
  if (!url && (model ?? key)) throw new Error("Environment: EMBEDDINGS_MODEL or EMBEDDINGS_KEY is set, so EMBEDDINGS_URL is needed too");
}

/**
 * Reads the environment.
 * @throws Error that names every missing or malformed variable
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (parsed.success) {
    requireWhole(parsed.data);
    return parsed.data;
  }
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name}: ${name in present ? issue.message : "is missing"}`;
  });
  throw new Error(`Environment (see .env.example):\n${lines.join("\n")}`);
}

let parsed: Env | undefined;

/** The environment, parsed once at first use; the start of each process calls it. */
export function env(): Env {
  return (parsed ??= prepare(parseEnv(process.env)));
}

/** next-auth takes its own address from the environment and else from the request, which a client may have forged. */
function prepare(read: Env): Env {
  process.env["AUTH_URL"] = `${read.APP_URL}/api/auth`;
  return read;
}

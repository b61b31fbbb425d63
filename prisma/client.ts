import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/server/env";
import { PrismaClient, type Prisma } from "./generated/client";

/** Connections of one process. Contended work is short, so few connections serve many requests. */
const poolSize = 20;

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: poolSize }),
    // Under a stampede transactions queue for a connection instead of failing (P2028).
    // The other formats quote the whole call, with what people typed; errors end up in logs.
    errorFormat: env().NODE_ENV === "production" ? "minimal" : "colorless",
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  });
}

// Next reloads modules in development; one client survives on the global object.
const kept = globalThis as { pomostDb?: PrismaClient };

/** The database. Domain queries, access and commands, and server/auth.ts, are the only users. */
export const db: PrismaClient = (kept.pomostDb ??= connect());

/** A transaction, or the client itself. */
export type Tx = Prisma.TransactionClient;

import { db, type Tx } from "../client";
import { demoProgrammes } from "./data/programmes";
import { addOrganisations } from "./organisations";
import { addPeople } from "./people";
import { addProgramme } from "./programmes";
import { addRegistrations } from "./registrations";
import { addRequests } from "./requests";

/** Kept when the demo begins afresh: what migrations put there. */
const kept = ["FieldOfActivity", "_prisma_migrations"];

async function emptyDatabase(tx: Tx): Promise<void> {
  const installation = await tx.installation.findUnique({ where: { id: 1 } });
  if (!installation?.isDemo && (await tx.user.count()) > 0) {
    throw new Error("The database holds people who are no demo data: it is not emptied.");
  }
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = current_schema() AND NOT (tablename = ANY(${kept}))`;
  await tx.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(", ")}`);
}

/**
 * Fills the database with the demo: two programmes, fictional organisations and people, and for the first event
 * registrations, requests in every state and meetings that wait for a schedule. All or nothing.
 * @param options.reset empties a demo database first; without it, a database that holds a programme is refused
 * @param options.now what "two days ago" counts from
 * @throws Error where the database is not empty
 */
export async function seed({ reset = false, now = new Date() }: { reset?: boolean; now?: Date } = {}): Promise<void> {
  await db.$transaction(
    async (tx) => {
      if (reset) await emptyDatabase(tx);
      if ((await tx.programme.count()) > 0) throw new Error("The database holds a programme already: nothing was changed.");
      await tx.installation.upsert({ where: { id: 1 }, create: { id: 1, isDemo: true }, update: { isDemo: true } });
      for (const programme of demoProgrammes) await addProgramme(tx, programme, now);
      await addOrganisations(tx, now);
      await addPeople(tx, now);
      await addRegistrations(tx, now);
      await addRequests(tx, now);
    },
    { timeout: 60_000 },
  );
}

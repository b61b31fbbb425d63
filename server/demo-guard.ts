import { startInstallation } from "@/domain/installation/commands";
import { env } from "./env";
import { log } from "./log";

/** A demo beside real data: nothing may be served. */
class NoDemoData extends Error {
  override name = "NoDemoData";
}

/**
 * Says to the database what this installation is: with DEMO=1 a demo, which it has to be already; otherwise no demo
 * any more.
 * @throws NoDemoData
 */
export async function guardDemo(): Promise<void> {
  const isWanted = env().DEMO === "1";
  const started = await startInstallation(isWanted).catch((error: unknown) => {
    // A demo that cannot be told from real data does not start; anything else waits for its database while it serves.
    if (isWanted) throw error;
    log().error({ err: error }, "the database does not answer yet");
  });
  if (started?.ok === false) {
    throw new NoDemoData(
      "DEMO=1 is set, but the database of DATABASE_URL is not marked as holding demo data only.\n" +
        "Remove DEMO from the environment, or name a database that `npm run demo` has filled.",
    );
  }
}

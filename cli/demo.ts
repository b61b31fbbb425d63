// npm run demo: the whole portal on this machine, with demo data, from a production build.
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { demoPeople } from "@/domain/seed/schema";
import { runParts } from "./local/parts";
import { startPortal, type Portal } from "./local/portal";
import { freePort, takePort } from "./local/ports";
import { forgetPostgres } from "./local/postgres";
import { step } from "./local/steps";

const folder = resolve(".pomost/demo");

const visitor = { role: "visitor", name: "", email: "needs no sign-in", organisation: null };

function describe({ mailUrl, env: { APP_URL: url } }: Portal) {
  const rows = [visitor, ...demoPeople].map(({ role, name, email, organisation }) => {
    const columns = [role.replace("_", " ").padEnd(14), name.padEnd(18), email.padEnd(36), organisation ?? ""];
    return `    ${columns.join(" ")}`;
  });
  return `
  Pomost      ${url}
  Its mails   ${mailUrl}
  Data, logs  ${folder}

  Sign in at ${url}/en/sign-in with one click, or with the address (the link is among the mails):
${rows.join("\n")}

  Ctrl-C stops everything; the next start has the same data, npm run demo -- --reset begins anew.`;
}

const code = await runParts(async (keep) => {
  const ports = {
    web: await takePort("PORT", 3000),
    mail: await takePort("MAIL_PORT", 3025),
    smtp: await freePort(),
    database: await freePort(),
  };
  if (process.argv.includes("--reset")) {
    await step("Forget the data", async () => {
      forgetPostgres(folder);
      rmSync(folder, { recursive: true, force: true });
    });
  }
  return describe(await startPortal({ folder, ports, mode: "production" }, keep));
});
process.exit(code);

// npm run dev: the portal for developers, compiled as it is asked for, on the demo data.
import { resolve } from "node:path";
import { runParts } from "./local/parts";
import { startPortal } from "./local/portal";
import { takePort } from "./local/ports";

const code = await runParts(async (keep) => {
  const ports = {
    web: await takePort("PORT", 3000),
    mail: await takePort("MAIL_PORT", 3025),
    smtp: await takePort("SMTP_PORT", 2525),
    database: await takePort("DATABASE_PORT", 54320),
  };
  const { mailUrl, env } = await startPortal({ folder: resolve(".pomost/dev"), ports, mode: "development" }, keep);
  return `\n  Pomost     ${env.APP_URL}\n  Its mails  ${mailUrl}\n  Database   ${env.DATABASE_URL}\n`;
});
process.exit(code);

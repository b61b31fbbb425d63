// npm start: serves the build. What the environment lacks, and a demo beside real data, is said before anything is served.
import { spawnSync } from "node:child_process";

const { status } = spawnSync(process.execPath, ["--import", "tsx", "cli/guard.ts"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
process.argv.splice(2, 0, "start");
await import("next/dist/bin/next");

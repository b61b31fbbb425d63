// npm start: serves the build. What the environment lacks is said before anything is served.
import { tsImport } from "tsx/esm/api";

const { env } = /** @type {typeof import("../server/env")} */ (await tsImport("../server/env.ts", import.meta.url));
try {
  env();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.argv.splice(2, 0, "start");
await import("next/dist/bin/next");

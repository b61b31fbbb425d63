// npm run check: every gate; npm run check -- NAME...: these alone. Ends with 1 where one fails.
import { deadCode } from "./dead-code";
import { environment } from "./environment";
import { fileNames } from "./file-names";
import { imports } from "./imports";
import { lint } from "./lint";
import { messages } from "./messages";
import { privateNames } from "./private-names";
import { runGates } from "./run";
import { size } from "./size";
import { types } from "./types";

const gates = [types, lint, deadCode, imports, environment, fileNames, messages, size, privateNames];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(`No gate ${unknown.join(", ")}; there are: ${gates.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const chosen = wanted.length === 0 ? gates : gates.filter(({ name }) => wanted.includes(name));
const { failed } = await runGates(chosen, process.cwd(), (line) => console.log(line));
process.exit(failed === 0 ? 0 : 1);

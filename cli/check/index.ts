// npm run check: every gate; npm run check -- NAME...: these alone. Ends with 1 where one fails.
import { checkAll, gates } from "./all";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(`No gate ${unknown.join(", ")}; there are: ${gates.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const chosen = wanted.length === 0 ? gates : gates.filter(({ name }) => wanted.includes(name));
const { failed } = await checkAll(process.cwd(), (line) => console.log(line), chosen);
process.exit(failed === 0 ? 0 : 1);

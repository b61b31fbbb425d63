import { deadCode } from "./dead-code";
import { environment } from "./environment";
import { fileNames } from "./file-names";
import { writeGenerated } from "./generated";
import { imports } from "./imports";
import { lint } from "./lint";
import { lockFile } from "./lock-file";
import { messages } from "./messages";
import { privateNames } from "./private-names";
import { runGates } from "./run";
import { size } from "./size";
import { types } from "./types";

export const gates = [types, lint, deadCode, imports, environment, fileNames, messages, size, lockFile, privateNames];

/**
 * Runs the gates on a checkout and says what they find, line by line.
 * @returns how many held and how many did not; the last line says the same
 */
export async function checkAll(root: string, say: (line: string) => void, chosen = gates) {
  try {
    await writeGenerated(root);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    say(`gates: 0 passed, ${chosen.length} failed`);
    return { passed: 0, failed: chosen.length };
  }
  return runGates(chosen, root, say);
}

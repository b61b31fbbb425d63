// MiniZinc's WebAssembly, made for a browser's worker, in a thread of Node's: it is given the two functions that it talks through.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { compileFunction } from "node:vm";
import { parentPort } from "node:worker_threads";

const require = createRequire(import.meta.url);
const file = require.resolve("minizinc/minizinc-worker.js");
const talk = {
  addEventListener: (name: string, hear: (event: { data: unknown }) => void) => parentPort?.on(name, (data: unknown) => hear({ data })),
  postMessage: (message: unknown) => parentPort?.postMessage(message, []),
};
const program: unknown = compileFunction(readFileSync(file, "utf8"), ["require", "__dirname", "__filename", ...Object.keys(talk)]);
if (typeof program === "function") Reflect.apply(program, undefined, [require, dirname(file), file, ...Object.values(talk)]);

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { readProblem } from "@/cli/schedule/files";
import type { Problem } from "@/domain/schedule/solver/problem";

const home = "../shared/b2b";

const secondsSchema = z.union([z.number(), z.string()]).nullish();
const resultSchema = z.object({ optimum: z.union([z.number(), z.literal("UNSAT")]), maxsat: secondsSchema, chuffed: secondsSchema, cplex_mip: secondsSchema });
const publishedSchema = z.object({ instances: z.record(z.string(), resultSchema) });

export type Result = z.infer<typeof resultSchema>;
export type Instance = { name: string; problem: Problem; published: Result | null };

/** Published results by the names of their files; empty where they do not lie beside the checkout. */
function readResults(): Record<string, Result> {
  const file = join(home, "published.json");
  return existsSync(file) ? publishedSchema.parse(JSON.parse(readFileSync(file, "utf8"))).instances : {};
}

/**
 * The instances of a folder whose names contain a text, with what was published of each.
 * Ends the program where there are none: nothing was measured then, and nothing is wrong.
 */
export function readInstances(folder: string | undefined, filter = ""): Instance[] {
  const place = folder ?? join(home, "instances");
  const files = existsSync(place) ? readdirSync(place).filter((file) => /\.(?:dzn|json)$/.test(file) && file.includes(filter)).toSorted() : [];
  if (files.length === 0) {
    console.log(`Skipped: there are no instances in ${place}. Give the folder that holds them as an argument.`);
    process.exit(0);
  }
  const results = readResults();
  return files.map((file) => {
    const name = basename(file).replace(/\.(?:dzn|json)$/, "");
    return { name, problem: readProblem(join(place, file)).problem, published: results[name] ?? null };
  });
}

// npm run migration -- NAME: writes the migration that leads from the committed schema.prisma to the changed one.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { startScratchPostgres } from "./local/scratch-postgres";
import { diffSchemas } from "./migrations";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error("Name its one subject: npm run migration -- seats_are_exclusive");

const file = "prisma/schema.prisma";
const committed = execFileSync("git", ["show", `HEAD:${file}`], { encoding: "utf8" });
const server = await startScratchPostgres();
let sql: string;
try {
  sql = await diffSchemas(server.url("postgres"), committed, readFileSync(file, "utf8"));
} finally {
  await server.stop();
}

const folder = `prisma/migrations/${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
mkdirSync(folder);
writeFileSync(`${folder}/migration.sql`, `-- Why: \n\n${sql}`);
console.log(`${folder}/migration.sql: say why at the top, add the guards, and read every DROP twice
(Prisma does not know hand-written indexes and constraints and may want to drop them).`);

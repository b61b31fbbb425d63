// npm run generate: writes the Prisma client to prisma/generated where schema.prisma has changed since last time.
// Plain JavaScript: it runs before anything is compiled.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const stamp = "prisma/generated/.made-from";
const parts = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
const source = createHash("sha256").update(parts.map((file) => readFileSync(file, "utf8")).join("\0")).digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== source) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "generate", "--no-hints"], {
    encoding: "utf8",
    // Any existing file will do: `generate` does not run the engine, but would download it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  });
  if (status !== 0) {
    console.error(`${stdout}${stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, source);
}

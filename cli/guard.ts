// Looks at the environment and the database before anything is served; ends with what is wrong.
import { env } from "@/server/env";

try {
  env();
  // Only now: the database's client reads the environment as soon as it is imported.
  const { guardDemo } = await import("@/server/demo-guard");
  await guardDemo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.exit(0);

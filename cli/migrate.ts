// npm run migrate: brings the database of DATABASE_URL up to date.
import { applyMigrations } from "./migrations";

const url = process.env["DATABASE_URL"];
if (!url) {
  console.error("DATABASE_URL is not set: it names the database to migrate (see .env.example).");
  process.exit(1);
}
try {
  const applied = await applyMigrations(url);
  console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

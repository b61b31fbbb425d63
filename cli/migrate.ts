// npm run migrate: brings the database of DATABASE_URL up to date.
import { applyMigrations } from "./migrations";

const url = process.env["DATABASE_URL"];
if (!url) throw new Error("DATABASE_URL is not set: it names the database to migrate.");
const applied = await applyMigrations(url);
console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");

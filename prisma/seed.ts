// Fills the database of DATABASE_URL with the demo (--reset: afresh) and prints who can sign in with one click.
import { demoPeople } from "@/domain/seed/schema";
import { db } from "./client";
import { seed } from "./seed/index";

await seed({ reset: process.argv.includes("--reset") });
await db.$disconnect();
console.log(JSON.stringify(demoPeople));

import pino from "pino";
import { classifyFault } from "@/domain/fault/rules";
import { env } from "./env";

/** Addresses of people never reach the log, not even inside an error's message. */
export function withoutAddresses(words: string): string {
  return words.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, "[address]");
}

/**
 * An error as the log holds it. Errors of the database lose their message and cause, which hold values of rows.
 */
export function describeError(error: unknown): Record<string, unknown> {
  const fault = classifyFault(error);
  const name = error instanceof Error ? error.name : typeof error;
  if (fault) return { name, ...fault, stack: stackOf(error) };
  // Prisma quotes a call that it does not understand, with all its values.
  if (name === "PrismaClientValidationError") return { name, stack: stackOf(error) };
  if (!(error instanceof Error)) return { name };
  return { name, message: withoutAddresses(error.message), stack: stackOf(error) };
}

/** Where it happened, without the message that a stack begins with. */
function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack?.split("\n").filter((line) => /^\s+at /.test(line)).join("\n");
}

let made: pino.Logger | undefined;

/** The log of this process: JSON lines on standard output. Errors go under the key `err`. */
export function log(): pino.Logger {
  return (made ??= pino({ level: env().LOG_LEVEL, serializers: { err: describeError } }));
}

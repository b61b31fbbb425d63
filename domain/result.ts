import type { Actor, Person } from "./actor";

/** What a command answers: its value, or a refusal that was to be expected, as a code. */
export type Result<T, R extends string> = { ok: true; value: T } | { ok: false; reason: R };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R extends string>(reason: R): { ok: false; reason: R } {
  return { ok: false, reason };
}

/** The object does not exist, or not for this actor: both look the same from outside. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** The actor has to sign in first. */
export class SignedOut extends Error {
  override name = "SignedOut";
}

/** Ends a transaction that has written something already: the command turns it back into a refusal. */
export class Refusal<R extends string> extends Error {
  override name = "Refusal";
  readonly reason: R;
  constructor(reason: R) {
    super(reason);
    this.reason = reason;
  }
}

/** The signed-in person behind the actor. Throws SignedOut. */
export function requirePerson(actor: Actor): Person {
  if (actor.kind === "visitor") throw new SignedOut("nobody is signed in");
  return actor;
}

/** What a query found, or NotFound. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound("no such object for this actor");
  return value;
}

function isRefusal<R extends string>(error: unknown): error is Refusal<R> {
  return error instanceof Refusal;
}

/** What a transaction answers, also where it was ended by a Refusal and has left nothing behind. */
export async function settle<T, R extends string>(transaction: Promise<Result<T, R>>): Promise<Result<T, R>> {
  return transaction.catch((error: unknown) => {
    if (isRefusal<R>(error)) return refuse(error.reason);
    throw error;
  });
}

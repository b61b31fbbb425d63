import type { Actor, Person } from "@/domain/actor";
import { NotFound, requirePerson } from "@/domain/result";

/**
 * Somebody who organises a whole programme, and so looks after what belongs to the installation. Nobody has the role of
 * the operator in the portal (docs/decisions/0064). Throws NotFound for everybody else, SignedOut.
 */
export function requireCaretaker(actor: Actor): Person {
  const person = requirePerson(actor);
  if (!person.staff.some(({ role, eventId }) => role === "organiser" && eventId === null)) throw new NotFound("not for this actor");
  return person;
}

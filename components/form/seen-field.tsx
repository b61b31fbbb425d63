"use client";

import { isOvertaken, useField } from "./field";

type Props = { name: string; value: string | number | undefined };

/**
 * Which version of what is stored the typed text began from, as a hidden field. A form that comes back keeps it together
 * with what was typed, however new the page around it is; only who was told of another's change goes on from that one.
 */
export function SeenField({ name, value }: Props) {
  const { typed, state } = useField(name);
  const seen = typeof typed !== "string" || isOvertaken(state) ? value : typed;
  return seen === undefined || seen === "" ? null : <input type="hidden" name={name} value={seen} />;
}

"use client";

import type { ComponentProps } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { useFormContext } from "./form";

/** Layout of a form that holds a disclosure beside other buttons: it takes the whole line once it is open. */
export const foldedFormClass = "min-w-0 space-y-3 has-[details[open]]:basis-full";

/**
 * The fields of a form, folded away behind its name. It stands inside of the form, so that a form that comes back
 * with an error is open, also without JavaScript.
 */
export function FormDisclosure(props: Omit<ComponentProps<typeof Disclosure>, "isOpen">) {
  const { state } = useFormContext();
  return <Disclosure {...props} isOpen={state?.status === "error"} />;
}

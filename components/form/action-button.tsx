"use client";

import type { ComponentProps, ReactNode } from "react";
import type { Button } from "@/components/ui/button";
import { Form, type FormAction } from "./form";
import { SubmitButton } from "./submit-button";

type Props = {
  action: FormAction;
  /** What the action needs to know, as hidden fields. */
  fields: Record<string, string>;
  children: ReactNode;
  look?: ComponentProps<typeof Button>["look"];
  size?: ComponentProps<typeof Button>["size"];
  /** Accessible name where the visible words repeat on the page: "Accept the request of …". */
  label?: string;
};

/** A form that is only a button: one command, with its refusal shown beside it. */
export function ActionButton({ action, fields, children, look = "secondary", size = "small", label }: Props) {
  return (
    <Form action={action} className="space-y-2">
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <SubmitButton look={look} size={size} aria-label={label}>{children}</SubmitButton>
    </Form>
  );
}

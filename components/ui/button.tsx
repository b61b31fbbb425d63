import type { ComponentProps } from "react";
import { classes } from "./classes";

type Look = "primary" | "secondary" | "quiet" | "danger";

const looks: Record<Look, string> = {
  primary: "bg-primary text-on-primary hover:bg-primary-strong border-transparent",
  secondary: "bg-surface text-primary border-line-strong hover:border-primary hover:bg-primary-soft",
  quiet: "bg-transparent text-primary border-transparent hover:bg-primary-soft",
  danger: "bg-surface text-danger border-danger hover:bg-danger-soft",
};

/** The look of a button, for links that lead to the next step. */
export function buttonClass(look: Look = "primary", size: "normal" | "small" = "normal"): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-full border font-semibold no-underline transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-60",
    size === "small" ? "min-h-9 px-4 py-1 text-sm" : "min-h-12 px-6 py-2",
    looks[look],
  );
}

type Props = ComponentProps<"button"> & { look?: Look; size?: "normal" | "small" };

export function Button({ look, size, className, type = "submit", ...rest }: Props) {
  return <button type={type} className={classes(buttonClass(look, size), className)} {...rest} />;
}

import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tone = "neutral" | "primary" | "accent" | "success" | "warning" | "danger";

const tones: Record<Tone, string> = {
  neutral: "bg-sunken text-ink",
  primary: "bg-primary-soft text-primary-strong",
  accent: "bg-accent-soft text-accent",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

/** A state or a mark in one or two words; the words say it, the colour only helps. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes("inline-flex items-center gap-1.5 rounded-full px-3 py-0.5 text-sm font-medium", tones[tone])}>
      {children}
    </span>
  );
}

/** Something that the reader should know now. `live` announces it to screen readers. */
export function Alert(props: { tone: Tone; title?: string; children?: ReactNode; live?: boolean }) {
  return (
    <div
      role={props.live ? "status" : undefined}
      className={classes("rounded-xl border border-current/25 px-5 py-4", tones[props.tone])}
    >
      {props.title ? <p className="font-bold">{props.title}</p> : null}
      {props.children ? <div className="text-ink">{props.children}</div> : null}
    </div>
  );
}

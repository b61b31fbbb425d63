import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

/** A raised sheet that groups what belongs together. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div className={classes("rounded-2xl border border-line bg-surface p-5 sm:p-6", className)} {...rest} />;
}

/** The width of the page's text; `wide` for tables and grids. */
export function Container({ wide = false, className, ...rest }: ComponentProps<"div"> & { wide?: boolean }) {
  return <div className={classes("mx-auto w-full px-4 sm:px-6", wide ? "max-w-7xl" : "max-w-5xl", className)} {...rest} />;
}

/** The title of a page, a sentence below it, and at most one action beside it. */
export function PageHeader(props: { title: string; eyebrow?: ReactNode; intro?: ReactNode; action?: ReactNode }) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
      <div className="max-w-3xl min-w-0">
        {props.eyebrow ? <p className="mb-2 font-semibold text-accent">{props.eyebrow}</p> : null}
        <h1 className="text-3xl font-bold sm:text-4xl">{props.title}</h1>
        {props.intro ? <div className="mt-3 text-lg text-muted">{props.intro}</div> : null}
      </div>
      {props.action}
    </header>
  );
}

/** A part of a page with its own heading. */
export function Section(props: { title: string; intro?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="mt-10" id={props.id}>
      <h2 className="text-2xl font-bold">{props.title}</h2>
      {props.intro ? <p className="mt-2 max-w-3xl text-muted">{props.intro}</p> : null}
      <div className="mt-5">{props.children}</div>
    </section>
  );
}

/** What to do where there is nothing yet. */
export function EmptyState(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded-2xl border-2 border-dashed border-line bg-surface/60 px-6 py-10 text-center">
      <p className="font-display text-xl font-bold">{props.title}</p>
      {props.children ? <div className="mx-auto mt-2 max-w-xl text-muted">{props.children}</div> : null}
      {props.action ? <div className="mt-5">{props.action}</div> : null}
    </div>
  );
}

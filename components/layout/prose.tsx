import type { ReactNode } from "react";
import { Container, PageHeader } from "@/components/ui/surface";

type Part = { title: string; text: ReactNode };

/** A page that is read: a title, an introduction and parts with headings. */
export function Prose({ title, intro, parts, children }: { title: string; intro?: string; parts: Part[]; children?: ReactNode }) {
  return (
    <Container>
      <PageHeader title={title} intro={intro} />
      <div className="max-w-3xl space-y-8 text-lg">
        {parts.map((part) => (
          <section key={part.title}>
            <h2 className="mb-2 text-2xl font-bold">{part.title}</h2>
            {typeof part.text === "string" ? <p>{part.text}</p> : part.text}
          </section>
        ))}
        {children}
      </div>
    </Container>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import type { ShownMail } from "@/components/form/form";
import { Disclosure } from "@/components/ui/disclosure";

type Props = { words: ShownMail; title: string; headingRef?: Ref<HTMLHeadingElement>; children?: ReactNode };

/** A mail in a frame without any rights: nothing in it runs, nothing is loaded, no link leads anywhere. */
export function MailPreview({ words, title, headingRef, children }: Props) {
  const t = useTranslations("MailPreview");
  return (
    <section className="mt-8">
      <h2 ref={headingRef} tabIndex={-1} className="mb-4 text-2xl font-bold">{title}</h2>
      {children}
      <iframe title={t("frame", { subject: words.subject })} lang={words.locale} sandbox="" srcDoc={words.html} className="h-[36rem] w-full rounded-2xl border border-line bg-surface" />
      <div className="mt-4">
        <Disclosure summary={t("asText")}>
          <pre lang={words.locale} className="font-sans break-words whitespace-pre-wrap">{words.text}</pre>
        </Disclosure>
      </div>
    </section>
  );
}

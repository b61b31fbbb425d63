import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { Link } from "@/i18n/navigation";
import { env } from "@/server/env";
import { readToken } from "@/server/mail/unsubscribe";
import { unsubscribeAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Unsubscribe");
  // The token in the address goes to no other site. ("no-referrer" would take the Origin away from the form, too.)
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where the link in a mail leads that is not necessary. Only the button switches these mails off. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const { token, notice } = await searchParams;
  const subscription = typeof token === "string" ? readToken(token, env().AUTH_SECRET) : null;
  const [t, tKind] = [await getTranslations("Unsubscribe"), await getTranslations("MailKinds")];
  const account = <Link href="/account" className={buttonClass("secondary")}>{t("account")}</Link>;
  return (
    <Container>
      <Notice code={notice} />
      <PageHeader title={t("title")} />
      {subscription === null ? <EmptyState title={t("brokenTitle")} action={account}>{t("brokenText")}</EmptyState> : null}
      {subscription && notice === undefined ? (
        <Card className="max-w-3xl">
          <p className="mb-5 text-lg">{t("text", { kind: tKind(subscription.kind) })}</p>
          <Form action={unsubscribeAction}>
            <input type="hidden" name="token" value={String(token)} />
            <SubmitButton>{t("submit")}</SubmitButton>
          </Form>
        </Card>
      ) : null}
      {subscription && notice !== undefined ? <Card className="max-w-3xl"><p className="mb-5 text-lg">{t("done")}</p>{account}</Card> : null}
    </Container>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { signInMinutes } from "@/domain/user/rules";
import { getOpenSignIn } from "@/domain/user/queries";
import { hashSecret } from "@/domain/user/commands/hash-secret";
import { Link, redirect } from "@/i18n/navigation";
import { readBrowser } from "@/server/session";
import { enterCodeAction, requestSignInAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("SignInCode");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInCodePage() {
  const browser = await readBrowser();
  const open = browser ? await getOpenSignIn(hashSecret(browser)) : null;
  if (!browser) redirect({ href: "/sign-in", locale: await getLocale() });
  const t = await getTranslations("SignInCode");
  if (!open) {
    return (
      <Container>
        <PageHeader title={t("overTitle")} intro={t("overText", { minutes: signInMinutes })} />
        <Link href="/sign-in" className={buttonClass()}>{t("startAgain")}</Link>
      </Container>
    );
  }
  return (
    <Container>
      <PageHeader title={t("title")} intro={t.rich("intro", { email: open.email, b: (words) => <strong className="text-ink">{words}</strong> })} />
      <Card className="max-w-xl">
        <Form action={enterCodeAction}>
          <TextField name="code" label={t("code")} hint={t("codeHint", { minutes: signInMinutes })} inputMode="numeric" autoComplete="one-time-code" maxLength={20} />
          <SubmitButton>{t("submit")}</SubmitButton>
        </Form>
      </Card>
      <section className="mt-8 max-w-xl">
        <h2 className="text-xl font-bold">{t("noMailTitle")}</h2>
        <p className="mt-2 text-muted">{t("noMailText")}</p>
        <div className="mt-4 flex flex-wrap gap-3">
          <ActionButton action={requestSignInAction} fields={{ email: open.email, ...(open.returnTo ? { next: open.returnTo } : {}) }}>
            {t("sendAgain")}
          </ActionButton>
          <Link href="/sign-in" className={buttonClass("quiet", "small")}>{t("otherAddress")}</Link>
        </div>
      </section>
    </Container>
  );
}

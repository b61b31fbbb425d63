import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { linkSchema } from "@/domain/user/schema";
import { Link, redirect } from "@/i18n/navigation";
import { readBrowser } from "@/server/session";
import { confirmLinkAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("SignInConfirm");
  // The token in the address goes to no other site. ("no-referrer" would take the Origin away from the form, too.)
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the mail's link leads. Looking at it uses nothing up: programs that check mails follow links, people press. */
export default async function SignInConfirmPage({ searchParams }: Props) {
  const link = linkSchema.safeParse(await searchParams);
  if (!link.success) redirect({ href: "/sign-in", locale: await getLocale() });
  const t = await getTranslations("SignInConfirm");
  if ((await readBrowser()) === null) {
    return (
      <Container>
        <PageHeader title={t("otherTitle")} intro={t("otherText")} />
        <Link href="/sign-in" className={buttonClass("secondary")}>{t("startHere")}</Link>
      </Container>
    );
  }
  return (
    <Container>
      <PageHeader title={t("title")} intro={t("intro")} />
      <Card className="max-w-xl">
        <Form action={confirmLinkAction} label={t("title")}>
          <input type="hidden" name="token" value={link.data?.token} />
          <SubmitButton>{t("submit")}</SubmitButton>
        </Form>
      </Card>
    </Container>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { tokenSchema } from "@/domain/event/schema";
import { Link } from "@/i18n/navigation";
import { confirmAction } from "./actions";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ConfirmInterest");
  // The token in the address goes to no other site. ("no-referrer" would take the Origin away from the form, too.)
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where the link of the mail leads. Programs that look into mails open links; only the button confirms. */
export default async function ConfirmInterestPage({ searchParams }: Props) {
  const token = tokenSchema.safeParse((await searchParams).token);
  const t = await getTranslations("ConfirmInterest");
  return (
    <Container>
      <PageHeader title={t("title")} />
      {token.success ? (
        <Card className="max-w-3xl">
          <p className="mb-5 text-lg">{t("text")}</p>
          <Form action={confirmAction}>
            <input type="hidden" name="token" value={token.data} />
            <SubmitButton>{t("submit")}</SubmitButton>
          </Form>
        </Card>
      ) : (
        <EmptyState title={t("brokenTitle")} action={<Link href="/programme" className={buttonClass()}>{t("programme")}</Link>}>
          {t("brokenText")}
        </EmptyState>
      )}
    </Container>
  );
}

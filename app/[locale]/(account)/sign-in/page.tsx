import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Notice } from "@/components/layout/notice";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { localPath } from "@/domain/user/rules";
import { listDemoPeople } from "@/domain/user/queries";
import { redirect } from "@/i18n/navigation";
import { issuerName } from "@/server/auth";
import { env } from "@/server/env";
import { getActor } from "@/server/session";
import { IssuerProblem } from "../_components/issuer-problem";
import { DemoPeople } from "./_components/demo-people";
import { ForgetAgenda } from "./_components/forget-agenda";
import { leaveToIssuerAction, requestSignInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("SignIn");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted, notice, problem, error } = await searchParams;
  const next = localPath(typeof wanted === "string" ? wanted : null);
  if ((await getActor()).kind === "person") {
    redirect({ href: error === undefined ? (next ?? "/desk") : "/account?problem=failed", locale: await getLocale() });
  }
  const t = await getTranslations("SignIn");
  const issuer = issuerName();
  const people = env().DEMO === "1" ? await listDemoPeople() : [];
  return (
    <Container>
      <ForgetAgenda />
      <Notice code={notice} />
      <IssuerProblem problem={error === undefined ? problem : "failed"} />
      <PageHeader title={t("title")} intro={t("intro")} />
      <Card className="max-w-xl">
        <Form action={requestSignInAction}>
          <TextField name="email" type="email" autoComplete="email" inputMode="email" label={t("email")} hint={t("emailHint")} />
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <SubmitButton>{t("send")}</SubmitButton>
        </Form>
        {issuer ? (
          <Form action={leaveToIssuerAction} className="mt-6 border-t border-line pt-6" label={t("withIssuer", { issuer })}>
            {next ? <input type="hidden" name="next" value={next} /> : null}
            <SubmitButton look="secondary">{t("withIssuer", { issuer })}</SubmitButton>
          </Form>
        ) : null}
      </Card>
      <p className="mt-4 max-w-xl text-muted">{t("newHere")}</p>
      {people.length > 0 ? <DemoPeople people={people} next={next} /> : null}
    </Container>
  );
}

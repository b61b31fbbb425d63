import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/surface";
import type { DemoPerson } from "@/domain/seed/schema";
import { signInDemoAction } from "../actions";

/** The demo's people, each with what they can do, to sign in as with one click. */
export function DemoPeople({ people, next }: { people: readonly DemoPerson[]; next: string | null }) {
  const t = useTranslations("DemoPeople");
  return (
    <Section title={t("title")} intro={t("intro")}>
      <ul className="grid gap-4 sm:grid-cols-2">
        {people.map(({ role, name, organisation }) => (
          <li key={role}>
            <Card className="flex h-full flex-col gap-3">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="text-lg font-bold">{name}</h3>
                <Badge tone="warning">{t("badge")}</Badge>
              </div>
              <p className="font-semibold">{organisation ? t("actsFor", { organisation }) : t(`role.${role}`)}</p>
              <p className="text-muted">{t(`can.${role}`)}</p>
              <Form action={signInDemoAction} className="mt-auto">
                <input type="hidden" name="role" value={role} />
                {next ? <input type="hidden" name="next" value={next} /> : null}
                <SubmitButton look="secondary">{t("signInAs", { name })}</SubmitButton>
              </Form>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

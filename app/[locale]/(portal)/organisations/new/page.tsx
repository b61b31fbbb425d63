import { getTranslations } from "next-intl/server";
import { CheckboxField, ChoiceGroup } from "@/components/form/choice-field";
import { Draft } from "@/components/form/draft";
import { Form } from "@/components/form/form";
import { GroupedSelect } from "@/components/form/grouped-select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { regionGroups } from "@/components/organisation/region-groups";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import type { Actor } from "@/domain/actor";
import { idSchema } from "@/domain/input";
import { listSimilarOrganisations, type NamedOrganisation } from "@/domain/organisation/queries";
import { nameSchema, organisationTypes } from "@/domain/organisation/schema";
import { requirePerson } from "@/domain/result";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { Place } from "@/components/organisation/place";
import { createAction } from "./actions";
import { SimilarNames } from "./_components/similar-names";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("OrganisationNew");
  return { title: t("title") };
}

/** What the form was sent with, where a similar name brought it back. Anything odd is left out. */
function readBefore(params: Record<string, string | string[] | undefined>) {
  const text = (name: string) => (typeof params[name] === "string" ? params[name] : undefined);
  const name = nameSchema.safeParse(text("name"));
  return {
    key: idSchema.safeParse(params["key"]).data ?? crypto.randomUUID(),
    name: name.success ? name.data : undefined,
    type: text("type"),
    region: text("region"),
    isChecked: params["check"] === "1" && name.success,
  };
}

async function findSimilar(actor: Actor, programmeId: string, { key, name, isChecked }: ReturnType<typeof readBefore>): Promise<NamedOrganisation[]> {
  if (!isChecked || name === undefined) return [];
  return listSimilarOrganisations(actor, programmeId, { name, exceptKey: key });
}

export default async function NewOrganisationPage({ searchParams }: Props) {
  const before = readBefore(await searchParams);
  const [t, tType, actor, programme] = [await getTranslations("OrganisationNew"), await getTranslations("OrganisationType"), await getActor(), await getHomeProgramme()];
  const { userId } = await readPage(Promise.try(() => requirePerson(actor)));
  const similar = await readPage(findSimilar(actor, programme.id, before));
  return (
    <Container>
      <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} intro={t("intro")} />
      {similar.length > 0 ? <SimilarList organisations={similar} title={t("confirmTitle")} text={t("confirmText")} /> : null}
      <Card>
        <Form action={createAction}>
          <Draft user={userId} form="organisation-new" />
          <input type="hidden" name="key" value={before.key} />
          <SimilarNames title={t("similar")} hint={t("similarHint")}>
            <TextField name="name" label={t("name")} hint={t("nameHint")} defaultValue={before.name} autoComplete="organization" maxLength={200} />
          </SimilarNames>
          {similar.length > 0 ? (
            <>
              <input type="hidden" name="shown" value={before.name} />
              <CheckboxField name="isAnother" label={t("isAnother")} />
            </>
          ) : null}
          <ChoiceGroup
            name="type"
            isSingle
            label={t("type")}
            hint={t("typeHint")}
            options={organisationTypes.map((value) => ({ value, label: tType(value) }))}
            defaultValue={before.type ? [before.type] : []}
          />
          <GroupedSelect
            name="region"
            label={t("region")}
            hint={t("regionHint")}
            groups={await regionGroups(programme.regions)}
            defaultValue={before.region}
            emptyLabel={t("choose")}
          />
          <p className="text-muted">{t("whatNext")}</p>
          <SubmitButton>{t("submit")}</SubmitButton>
        </Form>
      </Card>
      </div>
    </Container>
  );
}

async function SimilarList({ organisations, title, text }: { organisations: NamedOrganisation[]; title: string; text: string }) {
  const t = await getTranslations("OrganisationJoin");
  return (
    <div className="mb-6">
      <Alert tone="warning" title={title} live>
        <p>{text}</p>
        <ul className="mt-3 space-y-3">
          {organisations.map(({ slug, name, region, country }) => (
            <li key={slug} className="flex flex-wrap items-center justify-between gap-3 rounded-xl bg-surface px-4 py-3">
              <span>
                <span className="font-semibold">{name}</span>
                <span className="block text-sm text-muted"><Place region={region} country={country} /></span>
              </span>
              <Link href={`/organisations/new/${slug}`} prefetch={false} className={buttonClass("secondary", "small")}>{t("title", { name })}</Link>
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

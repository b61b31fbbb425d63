import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/layout/notice";
import { InvitationButtons } from "@/components/organisation/invitation-buttons";
import { Place } from "@/components/organisation/place";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { requireJoinable } from "@/domain/membership/access";
import { getOwnMembership } from "@/domain/membership/queries";
import { NotFound } from "@/domain/result";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { acceptInvitationAction, declineInvitationAction } from "../../actions";
import { joinAction } from "../actions";

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function load(params: Props["params"]) {
  const slug = slugSchema.safeParse((await params).organisation);
  if (!slug.success) throw new NotFound("no such address");
  const [actor, programme] = [await getActor(), await getHomeProgramme()];
  const organisation = await requireJoinable(actor, programme.id, slug.data);
  return { organisation, membership: await getOwnMembership(actor, organisation.id) };
}

export async function generateMetadata({ params }: Props) {
  const [t, { organisation }] = [await getTranslations("OrganisationJoin"), await readPage(load(params))];
  return { title: t("title", { name: organisation.name }) };
}

export default async function JoinOrganisationPage({ params, searchParams }: Props) {
  const { organisation, membership } = await readPage(load(params));
  const [t, tType] = [await getTranslations("OrganisationJoin"), await getTranslations("OrganisationType")];
  return (
    <Container>
      <div className="mx-auto max-w-3xl">
      <Notice code={(await searchParams)["notice"]} />
      <PageHeader
        title={t("title", { name: organisation.name })}
        intro={<>{tType(organisation.type)} · <Place region={organisation.region} country={organisation.country} /></>}
      />
      <Card>
        <Step state={membership?.state} membership={membership?.id ?? ""} slug={organisation.slug} />
      </Card>
      </div>
    </Container>
  );
}

type StepProps = { state: "invited" | "requested" | "active" | undefined; membership: string; slug: string };

/** What the person can do here, by how they stand to the organisation. */
async function Step({ state, membership, slug }: StepProps) {
  const t = await getTranslations("OrganisationJoin");
  if (state === undefined) {
    return (
      <div className="space-y-5">
        <p>{t("text")}</p>
        <div className="flex flex-wrap items-start gap-3">
          <ActionButton action={joinAction} fields={{ organisation: slug }} look="primary" size="normal">{t("submit")}</ActionButton>
          <Link href="/organisations/new" className={buttonClass("quiet")}>{t("back")}</Link>
        </div>
      </div>
    );
  }
  return (
    <div className="space-y-4">
      <h2 className="text-xl font-bold">{t(`${state}Title`)}</h2>
      {state === "active" ? null : <p>{t(`${state}Text`)}</p>}
      {state === "invited" ? <InvitationButtons membership={membership} accept={acceptInvitationAction} decline={declineInvitationAction} /> : null}
      {state === "active" ? <Link href={`/organisations/${slug}/edit`} className={buttonClass()}>{t("open")}</Link> : null}
      {state === "requested" ? <Link href="/desk" className={buttonClass("secondary")}>{t("toDesk")}</Link> : null}
    </div>
  );
}

import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AdmissionMarks } from "@/components/organisation/admission-marks";
import { ProfileView } from "@/components/organisation/profile-view";
import { Container } from "@/components/ui/surface";
import { getDecision } from "@/domain/admission/queries";
import { idSchema } from "@/domain/input";
import { listPeople } from "@/domain/membership/queries";
import { requirePerson } from "@/domain/result";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { DecisionPanel } from "./_components/decision-panel";
import { PeoplePanel } from "./_components/people-panel";

type Props = { params: Promise<{ admission: string }> };

const read = cache(async (address: string) => {
  const id = idSchema.safeParse(address);
  if (!id.success) notFound();
  return readPage(getDecision(await getActor(), id.data));
});

export async function generateMetadata({ params }: Props) {
  const [t, { profile }] = [await getTranslations("ModerationOrganisation"), await read((await params).admission)];
  return { title: t("title", { name: profile.name }) };
}

export default async function AdmissionPage({ params }: Props) {
  const { admission, profile, isOutsideRegion, namesakes } = await read((await params).admission);
  const t = await getTranslations("ModerationOrganisation");
  const actor = await getActor();
  const [{ userId }, people] = await readPage(Promise.all([Promise.try(() => requirePerson(actor)), listPeople(actor, profile.id)]));
  return (
    <Container wide>
      <p className="mb-6"><Link href={`/moderation/organisations?state=${admission.state}`} className="font-semibold underline">{t("back")}</Link></p>
      <ProfileView profile={{ ...profile, isDemo: false }} marks={<AdmissionMarks isOutsideRegion={isOutsideRegion} isDemo={profile.isDemo} namesakes={namesakes} />}>
        <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <DecisionPanel admission={admission} user={userId} />
          <PeoplePanel people={people} />
        </div>
      </ProfileView>
    </Container>
  );
}

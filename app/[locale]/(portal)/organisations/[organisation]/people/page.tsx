import { getTranslations } from "next-intl/server";
import { ChoiceGroup } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card, Section } from "@/components/ui/surface";
import { listMembers } from "@/domain/membership/queries";
import { membershipRoles } from "@/domain/membership/schema";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { Frame, frameTitle } from "../_components/frame";
import { type OwnProps, readOwn } from "../_components/own-organisation";
import { MemberList } from "./_components/member-list";
import { inviteAction } from "./actions";

export async function generateMetadata({ params }: OwnProps) {
  return frameTitle(await readOwn((await params).organisation), "people");
}

export default async function PeoplePage({ params, searchParams }: OwnProps) {
  const own = await readOwn((await params).organisation);
  const t = await getTranslations("OrganisationPeople");
  const { members } = await readPage(listMembers(await getActor(), own.profile.slug));
  const inState = (state: "active" | "requested" | "invited") => members.filter((member) => member.state === state);
  return (
    <Frame own={own} tab="people" intro={own.isOwner ? t("intro") : `${t("intro")} ${t("ownersOnly")}`} notice={(await searchParams)["notice"]}>
      <MemberList title={t("requested")} members={inState("requested")} isOwner={own.isOwner} />
      <MemberList title={t("members")} members={inState("active")} isOwner={own.isOwner} />
      <MemberList title={t("invited")} members={inState("invited")} isOwner={own.isOwner} />
      {own.isOwner ? (
        <Section title={t("invite")} intro={t("inviteHint")}>
          <Card>
            <Form action={inviteAction}>
              <input type="hidden" name="organisation" value={own.profile.slug} />
              <TextField name="email" type="email" label={t("email")} autoComplete="off" />
              <ChoiceGroup
                name="role"
                isSingle
                label={t("role")}
                options={membershipRoles.toReversed().map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
                defaultValue={["editor"]}
              />
              <SubmitButton>{t("inviteSubmit")}</SubmitButton>
            </Form>
          </Card>
        </Section>
      ) : null}
    </Frame>
  );
}

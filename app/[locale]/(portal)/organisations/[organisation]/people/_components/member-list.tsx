import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Badge } from "@/components/ui/badge";
import type { MemberView } from "@/domain/membership/schema";
import { approveMembershipAction, changeRoleAction, declineMembershipAction, removeMemberAction } from "../actions";

type Props = { title: string; members: readonly MemberView[]; isOwner: boolean };

/** The one owner that an organisation has to keep; undefined where there are several. */
function lastOwner(members: readonly MemberView[]): MemberView | undefined {
  const owners = members.filter(({ role, state }) => role === "owner" && state === "active");
  return owners.length === 1 ? owners[0] : undefined;
}

/** People in one state, with what can be done; nothing where there are none. */
export function MemberList({ title, members, isOwner }: Props) {
  if (members.length === 0) return null;
  return (
    <section className="mb-10">
      <h2 className="mb-4 text-2xl font-bold">{title}</h2>
      <ul className="space-y-3">
        {members.map((member) => <Person key={member.id} member={member} isOwner={isOwner} isLastOwner={member === lastOwner(members)} />)}
      </ul>
    </section>
  );
}

function Person({ member, isOwner, isLastOwner }: { member: MemberView; isOwner: boolean; isLastOwner: boolean }) {
  const t = useTranslations("OrganisationPeople");
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-surface px-5 py-4">
      <div className="min-w-0">
        <p className="font-semibold">
          {member.name ?? member.email} {member.isSelf ? <span className="font-normal text-muted">({t("you")})</span> : null}
        </p>
        {member.name ? <p className="wrap-anywhere text-muted">{member.email}</p> : null}
        {isLastOwner && isOwner ? <p className="text-sm text-muted">{t("lastOwner")}</p> : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {member.state === "requested" ? null : <Badge tone={member.role === "owner" ? "primary" : "neutral"}>{t(member.role)}</Badge>}
        {isLastOwner ? null : <PersonActions member={member} isOwner={isOwner} />}
      </div>
    </li>
  );
}

function PersonActions({ member, isOwner }: { member: MemberView; isOwner: boolean }) {
  const t = useTranslations("OrganisationPeople");
  const fields = { membership: member.id };
  const name = member.name ?? member.email;
  if (!isOwner) return member.isSelf ? <ActionButton action={removeMemberAction} fields={fields} label={t("leaveLabel")}>{t("leave")}</ActionButton> : null;
  if (member.state === "requested") {
    return (
      <>
        <ActionButton action={approveMembershipAction} fields={fields} look="primary" label={t("approveLabel", { name })}>{t("approve")}</ActionButton>
        <ActionButton action={declineMembershipAction} fields={fields} label={t("declineLabel", { name })}>{t("decline")}</ActionButton>
      </>
    );
  }
  if (member.state === "invited") {
    return <ActionButton action={removeMemberAction} fields={fields} label={t("takeBackLabel", { name })}>{t("takeBack")}</ActionButton>;
  }
  return (
    <>
      <ActionButton
        action={changeRoleAction}
        fields={{ ...fields, role: member.role === "owner" ? "editor" : "owner" }}
        label={t(member.role === "owner" ? "makeEditorLabel" : "makeOwnerLabel", { name })}
      >
        {t(member.role === "owner" ? "makeEditor" : "makeOwner")}
      </ActionButton>
      <ActionButton action={removeMemberAction} fields={fields} look="danger" label={member.isSelf ? t("leaveLabel") : t("removeLabel", { name })}>
        {t(member.isSelf ? "leave" : "remove")}
      </ActionButton>
    </>
  );
}

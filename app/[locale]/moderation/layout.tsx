import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Container } from "@/components/ui/surface";
import { requirePerson } from "@/domain/result";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { StaffNav } from "./_components/staff-nav";

/** For staff alone. Every page below asks for itself whether the reader may see it. */
export default async function ModerationLayout({ children }: { children: ReactNode }) {
  const actor = await getActor();
  const { staff } = await readPage(Promise.try(() => requirePerson(actor)));
  if (staff.length === 0) notFound();
  const t = await getTranslations("Moderation");
  const ofProgramme = staff.filter(({ eventId }) => eventId === null);
  const places = [
    { path: "/moderation", label: t("start") },
    ...(ofProgramme.length > 0 ? [{ path: "/moderation/organisations", label: t("organisations") }, { path: "/moderation/matching", label: t("matching") }, { path: "/moderation/calls", label: t("calls") }] : []),
    ...(ofProgramme.some(({ role }) => role === "organiser") ? [{ path: "/moderation/funding-report", label: t("fundingReport") }, { path: "/moderation/outbox", label: t("outbox") }, { path: "/moderation/wordings", label: t("wordings") }, { path: "/moderation/import", label: t("import") }, { path: "/moderation/lexicon", label: t("lexicon") }, { path: "/moderation/queue", label: t("queue") }] : []),
  ];
  return (
    <>
      <Container wide className="no-print mb-6">
        <StaffNav label={t("nav")} places={places} />
      </Container>
      {children}
    </>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EventCancelled } from "@/components/event/event-cancelled";
import { Container } from "@/components/ui/surface";
import { requireModerator } from "@/domain/event/access";
import { isCancelled, isEventOrganiser } from "@/domain/event/rules";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ModerationNav } from "./_components/moderation-nav";

type Props = { children: ReactNode; params: Promise<{ event: string }> };

/** The places of an event's staff. Every page asks for itself whether the reader may see it. */
export default async function EventModerationLayout({ children, params }: Props) {
  const { event: slug } = await params;
  const actor = await getActor();
  const event = await readPage(requireModerator(actor, slug, await getLocale()));
  const t = await getTranslations("EventModeration");
  const parts = (["registrations", "matching", "matrix", "pairing", "pool", "schedule", "interpreters", "day", "versions", "outcomes", "announcements", "outbox", "reports"] as const).map((part) => ({ part, label: t(`parts.${part}`) }));
  const places = [
    { part: "", label: t("parts.overview") },
    ...parts,
    ...(isEventOrganiser(actor, event) ? [{ part: "settings", label: t("parts.settings") }] : []),
  ];
  return (
    <>
      <Container wide className="no-print mb-8">
        <ModerationNav label={t("nav")} path={`/moderation/${event.slug}`} places={places}>
          <span lang={event.textLocale}>{event.title}</span>
        </ModerationNav>
      </Container>
      {isCancelled(event) ? <Container wide><EventCancelled /></Container> : null}
      {children}
    </>
  );
}

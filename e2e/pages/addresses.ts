import type { Part } from "../fixtures";

export const event = "2027-03-18-matchmaking";
/** An event whose form opens later. */
const laterEvent = "2027-04-14-business-in-germany";
const programme = "pomerania";
/** The organisation of the Polish demo person, and one across the border that suits it. */
const ownOrganisation = "koszykarnia-cyfrowa";
export const partner = "klickdeich";

/** One that nothing speaks for. */
const unsuited = "urzad-w-kieszeni";

/** Every page without language, and whose it is. */
export const addresses: { path: string; as: Part | "visitor" }[] = [
  { path: "", as: "visitor" },
  { path: "/programme", as: "visitor" },
  { path: `/events/${event}`, as: "visitor" },
  { path: `/events/${laterEvent}`, as: "visitor" },
  { path: `/events/${laterEvent}/register`, as: "visitor" },
  { path: "/organisations", as: "visitor" },
  { path: `/organisations/${partner}`, as: "visitor" },
  { path: "/cluster", as: "visitor" },
  { path: "/partner", as: "visitor" },
  { path: "/privacy", as: "visitor" },
  { path: "/accessibility", as: "visitor" },
  { path: "/imprint", as: "visitor" },
  { path: "/sign-in", as: "visitor" },
  { path: "/unsubscribe", as: "visitor" },
  { path: "/desk", as: "pole" },
  { path: "/account", as: "pole" },
  { path: "/notices", as: "pole" },
  { path: "/organisations/new", as: "pole" },
  { path: `/organisations/${ownOrganisation}/edit`, as: "pole" },
  { path: `/organisations/${ownOrganisation}/offers`, as: "pole" },
  { path: `/organisations/${ownOrganisation}/people`, as: "pole" },
  { path: `/organisations/${ownOrganisation}/visibility`, as: "pole" },
  { path: `/organisations/${ownOrganisation}/preview`, as: "pole" },
  { path: "/partners", as: "pole" },
  { path: "/partners?view=dismissed", as: "pole" },
  { path: "/partners?q=oprogramowanie&concept=software", as: "pole" },
  { path: "/searches", as: "pole" },
  { path: `/partners/${partner}`, as: "pole" },
  { path: `/partners/${unsuited}`, as: "pole" },
  { path: `/events/${event}/register`, as: "pole" },
  { path: `/events/${event}/partners`, as: "pole" },
  { path: `/events/${event}/partners?view=suggested`, as: "pole" },
  { path: `/events/${event}/partners?q=zzzz`, as: "pole" },
  { path: `/events/${event}/partners/${partner}`, as: "pole" },
  { path: `/events/${event}/ask/${partner}`, as: "pole" },
  { path: `/events/${event}/requests`, as: "pole" },
  { path: `/events/${event}/agenda`, as: "pole" },
  { path: "/moderation", as: "moderator" },
  { path: "/moderation/organisations", as: "moderator" },
  { path: "/moderation/outbox", as: "organiser" },
  { path: `/moderation/wordings/${programme}`, as: "organiser" },
  { path: `/moderation/wordings/${programme}/request_declined/pl`, as: "organiser" },
  { path: "/moderation/import", as: "organiser" },
  { path: "/moderation/lexicon", as: "organiser" },
  { path: "/moderation/queue", as: "organiser" },
  { path: `/moderation/${event}`, as: "moderator" },
  { path: `/moderation/${event}/registrations`, as: "moderator" },
  { path: "/moderation/matching", as: "moderator" },
  { path: "/moderation/matching?view=needed", as: "moderator" },
  { path: `/moderation/${event}/matching`, as: "moderator" },
  { path: `/moderation/${event}/matching?view=needed`, as: "moderator" },
  { path: `/moderation/${event}/matching?view=offered`, as: "moderator" },
  { path: `/moderation/${event}/matching?view=pair&left=${partner}`, as: "moderator" },
  { path: `/moderation/${event}/matching?view=pair&left=${ownOrganisation}&right=${partner}`, as: "moderator" },
  { path: `/moderation/${event}/matrix`, as: "moderator" },
  { path: `/moderation/${event}/pairing`, as: "moderator" },
  { path: `/moderation/${event}/pairing/suggest`, as: "moderator" },
  { path: `/moderation/${event}/pool`, as: "moderator" },
  { path: `/moderation/${event}/schedule`, as: "moderator" },
  { path: `/moderation/${event}/interpreters`, as: "moderator" },
  { path: `/moderation/${event}/schedule/compare`, as: "moderator" },
  { path: `/moderation/${event}/repair`, as: "moderator" },
  { path: `/moderation/${event}/versions`, as: "moderator" },
  { path: `/moderation/${event}/announcements`, as: "moderator" },
  { path: `/moderation/${event}/announcements/new?groups=approved&countries=PL`, as: "moderator" },
  { path: `/moderation/${event}/outbox`, as: "moderator" },
  { path: `/moderation/${event}/reports`, as: "moderator" },
  { path: `/moderation/${event}/settings`, as: "organiser" },
];

import type { Part, Profile, Visibility } from "./schema";

/** How a reader stands to an organisation, from the farthest to the nearest. */
export const relations = ["public", "participant", "moderator", "member"] as const;
export type Relation = (typeof relations)[number];

type Settings = { profile: Visibility; contact: Visibility };

const nearEnough: Record<Visibility, readonly Relation[]> = {
  public: relations,
  participants: ["participant", "moderator", "member"],
  moderators: ["moderator", "member"],
};

/**
 * Which parts of a profile a reader sees. The contact is part of the profile: it is never open to more people
 * than the profile itself.
 */
export function visibleParts(relation: Relation, { profile, contact }: Settings): Record<Part, boolean> {
  const isProfileVisible = nearEnough[profile].includes(relation);
  return { profile: isProfileVisible, contact: isProfileVisible && nearEnough[contact].includes(relation) };
}

/** Letters that lose no accent when they are taken apart. */
const letters: Record<string, string> = { ł: "l", ß: "ss", ä: "ae", ö: "oe", ü: "ue", æ: "ae", ø: "o", œ: "oe", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Addresses below /organisations that belong to pages. */
const reserved = new Set(["new"]);

/**
 * The name as it stands in addresses: ASCII letters, digits and single hyphens, at most 80 characters.
 * A name without any such character becomes "organisation".
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[łßäöüæøœđðþı]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-");
  const slug = plain.replace(/^-+/, "").slice(0, 80).replace(/-+$/, "") || "organisation";
  return reserved.has(slug) ? `${slug}-organisation` : slug;
}

/** The country that a region's code begins with. */
export function countryOf(region: string): string {
  return region.slice(0, 2);
}

/** From outside of the programme's regions: possible, marked, and for a moderator to decide. */
export function isOutsideRegion(region: string, programmeRegions: readonly string[]): boolean {
  return !programmeRegions.includes(region);
}

/** The parts of a profile that help to be found, the most helpful first, and what each counts of 100. */
export const completenessParts = {
  offers: 20,
  needs: 20,
  description: 20,
  fields: 15,
  languages: 10,
  contact: 5,
  website: 5,
  logo: 5,
} as const;
export type CompletenessPart = keyof typeof completenessParts;

function hasPart(profile: Profile, part: CompletenessPart): boolean {
  switch (part) {
    case "offers":
      return profile.statements.some(({ direction }) => direction === "offer");
    case "needs":
      return profile.statements.some(({ direction }) => direction === "need");
    case "description":
      return profile.descriptions.length > 0;
    case "contact":
      return Boolean(profile.contact?.name && profile.contact.email);
    default:
      return Boolean(profile[part]?.length);
  }
}

/** How complete a profile is, in per cent, and the one missing part that helps most (null: nothing is missing). */
export function measureCompleteness(profile: Profile): { percent: number; next: CompletenessPart | null } {
  const parts = Object.keys(completenessParts) as CompletenessPart[];
  const missing = parts.filter((part) => !hasPart(profile, part));
  const lacking = missing.reduce((sum, part) => sum + completenessParts[part], 0);
  return { percent: 100 - lacking, next: missing[0] ?? null };
}

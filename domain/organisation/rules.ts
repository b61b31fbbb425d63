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

/** A text as ASCII letters and digits, with a single hyphen for whatever stands between them. */
export function plainWords(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[łßäöüæøœđðþı]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-");
}

/**
 * The name as it stands in addresses: ASCII letters, digits and single hyphens, at most 80 characters.
 * A name without any such character becomes "organisation".
 */
export function slugOf(name: string): string {
  const slug = plainWords(name).replace(/^-+/, "").slice(0, 80).replace(/-+$/, "") || "organisation";
  return reserved.has(slug) ? `${slug}-organisation` : slug;
}

/** Legal forms and joining words: they make names longer, not different. */
const hollow = new Set("gmbh mbh ag kg ohg ug gbr eg se ev ltd limited inc co sp zoo spolka akcyjna sa sc i und oraz and the".split(" "));

/** The words of a name that tell it from others: "Odrasoft Sp. z o.o." is "odrasoft". */
export function coreName(name: string): string {
  const words = slugOf(name).split("-");
  const telling = words.filter((word) => word.length > 1 && !hollow.has(word));
  return (telling.length > 0 ? telling : words).join(" ");
}

function trigrams(core: string): Set<string> {
  const padded = core.split(" ").map((word) => `  ${word} `);
  return new Set(padded.flatMap((word) => Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3))));
}

/** The share of three-letter pieces that two names have in common, from 0 to 1. */
export function nameSimilarity(one: string, other: string): number {
  const [a, b] = [trigrams(coreName(one)), trigrams(coreName(other))];
  const common = [...a].filter((piece) => b.has(piece)).length;
  return common / (a.size + b.size - common);
}

/** Two names may mean one organisation: nearly the same words, or one begins as the other. */
export function isSimilarName(one: string, other: string): boolean {
  const [shorter = "", longer = ""] = [coreName(one), coreName(other)].toSorted((a, b) => a.length - b.length);
  return (shorter.length >= 4 && longer.startsWith(shorter)) || nameSimilarity(one, other) >= 0.5;
}

/** The country that a region's code begins with. */
export function countryOf(region: string): string {
  return region.slice(0, 2);
}

/** From outside of the programme's regions: possible, marked, and for a moderator to decide. */
export function isOutsideRegion(region: string, programmeRegions: readonly string[]): boolean {
  return !programmeRegions.includes(region);
}

/** The list with one item moved one place; at the end, or where it is not in the list, nothing changes. */
export function moveInList(ids: readonly string[], id: string, to: "up" | "down"): string[] {
  const from = ids.indexOf(id);
  const target = to === "up" ? from - 1 : from + 1;
  const other = ids[target];
  if (from === -1 || other === undefined) return [...ids];
  return ids.with(from, other).with(target, id);
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

const pictures = [
  { format: "png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: "jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { format: "webp", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
] as const;

/** What kind of picture a file is by its first bytes, whatever its name says; null for anything but these three. */
export function pictureFormat(file: Uint8Array): "png" | "jpeg" | "webp" | null {
  const isPicture = ({ at, bytes }: (typeof pictures)[number]) => bytes.every((byte, index) => file[at + index] === byte);
  const found = pictures.find(isPicture)?.format ?? null;
  // A WebP is a RIFF file; the eight bytes before its mark say so.
  return found === "webp" && String.fromCharCode(...file.slice(0, 4)) !== "RIFF" ? null : found;
}

import { locales } from "@/domain/input";
import { audienceGroups, type Audience, type Progress } from "./schema";

/** Mails of it may still go out. */
export function isUnderWay({ waiting }: Progress): boolean {
  return waiting > 0;
}

type Query = Record<string, string | string[] | undefined>;

/** The audience that an address names; anything odd is left out. */
export function readAudience(query: Query): Audience {
  const listed = (name: string) => [query[name]].flat();
  return {
    groups: audienceGroups.filter((group) => listed("groups").includes(group)),
    countries: [...new Set(listed("countries").filter((code) => code !== undefined && /^[A-Z]{2}$/.test(code)))] as string[],
    locales: locales.filter((locale) => listed("locales").includes(locale)),
  };
}

/** The key of the mail that one recipient gets: one announcement is one mail for each, however often it is written. */
export function mailKey(announcementId: string, registrationId: string): string {
  return `announcement/${announcementId}/${registrationId}`;
}

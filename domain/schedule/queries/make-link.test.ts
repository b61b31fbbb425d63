import { expect, test } from "vitest";
import { makeLink } from "./make-link";

const event = { slug: "2027-03-18-matchmaking", videoAddress: "https://meet.example/{name}?lang=de", videoKey: "0199a000-0000-4000-8000-000000000001" };
const room = { id: "r", number: 4, kind: "video" as const, url: null };
const slot = { number: 3 };

test("a room's own link comes first, and only video rooms get one that is made", () => {
  expect(makeLink({ event, slot, room: { ...room, url: "https://own.example/r" } })).toBe("https://own.example/r");
  expect(makeLink({ event, slot, room: { ...room, kind: "breakout" } })).toBeNull();
  expect(makeLink({ event: { ...event, videoAddress: null }, slot, room })).toBeNull();
});

test("a name that says event, slot and room, and cannot be guessed: another one for each slot, room and event", () => {
  const link = makeLink({ event, slot, room });
  expect(link).toMatch(/^https:\/\/meet\.example\/2027-03-18-matchmaking-3-4-[0-9a-f]{20}\?lang=de$/);
  expect(makeLink({ event, slot, room })).toBe(link);
  const secretOf = (one: string | null) => /-([0-9a-f]{20})\?/.exec(one ?? "")?.[1];
  const others = [
    makeLink({ event, slot: { number: 4 }, room }),
    makeLink({ event, slot, room: { ...room, id: "q" } }),
    makeLink({ event: { ...event, videoKey: "0199a000-0000-4000-8000-000000000002" }, slot, room }),
  ];
  expect(new Set([link, ...others].map(secretOf)).size).toBe(4);
});

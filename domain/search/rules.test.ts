import { expect, test } from "vitest";
import { parseDirectory } from "@/domain/directory/schema";
import { isSearch, noticeKey, searchQuery } from "./rules";
import { parseSearch } from "./schema";

test.each([
  ["", false],
  ["?view=bookmarks&page=3&slot=2&dismissed=somebody", false],
  ["?side=mixed", false],
  ["?side=only", true],
  ["?q=Lager", true],
  ["?concept=warehouse", true],
])("%j leaves somebody out: %s", (query, expected) => {
  expect(isSearch(parseSearch(query))).toBe(expected);
});

test("the same search is written in one way, whatever view, page and order it was saved from", () => {
  const ways = ["?view=bookmarks&q=Lager&concept=port&concept=drone&page=2&slot=3", "?concept=drone&concept=port&q=%20Lager&side=mixed"];
  expect(new Set(ways.map((way) => searchQuery(parseSearch(way))))).toEqual(new Set(["?q=Lager&concept=drone&concept=port"]));
  expect(parseSearch("?q=Lager&concept=drone")).toEqual(parseDirectory({ q: "Lager", concept: "drone" }));
});

test("there is one mail a day, by the calendar of UTC", () => {
  expect(noticeKey("u", new Date("2027-03-18T23:59:59Z"))).toBe("search_found/u/2027-03-18");
  expect(noticeKey("u", new Date("2027-03-19T00:00:00Z"))).toBe("search_found/u/2027-03-19");
});

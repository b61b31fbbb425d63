import { expect, test } from "vitest";
import { activeFilters, directoryQuery } from "./rules";
import { parseDirectory } from "./schema";

test("an address says only what is not so anyway, and changes lead to the first page", () => {
  const filters = parseDirectory({ q: "Łódź", country: "PL", page: "3" });
  expect(directoryQuery(filters)).toBe("?q=%C5%81%C3%B3d%C5%BA&country=PL");
  expect(directoryQuery(filters, { page: 2 })).toBe("?q=%C5%81%C3%B3d%C5%BA&country=PL&page=2");
  expect(directoryQuery(filters, { q: "", country: undefined })).toBe("");
});

test("reading the address again gives the same filters", () => {
  const filters = parseDirectory({ q: "a&b=c", field: "energy", direction: "need", slot: "2", side: "only" });
  const again = Object.fromEntries(new URLSearchParams(directoryQuery(filters)));
  expect(parseDirectory(again)).toEqual(filters);
});

test("lists stand in the address as often as they are long, and an empty one narrows nothing", () => {
  const filters = parseDirectory({ concept: ["warehouse", "port"], literal: "drone" });
  expect(directoryQuery(filters)).toBe("?concept=warehouse&concept=port&literal=drone");
  expect(directoryQuery(filters, { concept: [] })).toBe("?literal=drone");
  expect(activeFilters(filters)).toEqual(["concept"]);
  expect(activeFilters(parseDirectory({}))).toEqual([]);
});

test("the order of the side is no filter", () => {
  expect(activeFilters(parseDirectory({ side: "only", type: "research", q: " " }))).toEqual(["type"]);
});

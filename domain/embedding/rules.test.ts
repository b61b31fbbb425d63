import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBytes, retrySeconds, toBytes, toUnit, withPrefix } from "./rules";

test("a need asks and an offer answers, where the model wants to be told", () => {
  expect(withPrefix("e5", "need", "Lager")).toBe("query: Lager");
  expect(withPrefix("e5", "offer", "Lager")).toBe("passage: Lager");
  expect([withPrefix("none", "need", "Lager"), withPrefix("none", "offer", "Lager")]).toEqual(["Lager", "Lager"]);
});

test("a service that fails is left alone longer each time, as long as it asks for, and an hour at the most", () => {
  expect([1, 2, 3, 10, 100].map((failures) => retrySeconds(failures, null))).toEqual([5, 10, 20, 2560, 3600]);
  expect([retrySeconds(1, 120), retrySeconds(8, 120), retrySeconds(1, 86_400), retrySeconds(1, 0)]).toEqual([120, 640, 3600, 5]);
});

test("a vector is brought to length 1, or is none", () => {
  expect([...(toUnit([3, 4]) ?? [])]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)]);
  for (const odd of [[], [0, 0], [Number.MAX_VALUE, Number.MAX_VALUE]]) expect(toUnit(odd)).toBeNull();
});

test("what is stored is what was made, wherever its bytes lie", () => {
  fc.assert(fc.property(fc.float32Array({ minLength: 2, maxLength: 40, noNaN: true }), fc.nat({ max: 3 }), (vector, shift) => {
    const bytes = toBytes(vector);
    const moved = new Uint8Array(bytes.length + shift);
    moved.set(bytes, shift);
    expect(bytes).toHaveLength(4 * vector.length);
    expect(fromBytes(moved.subarray(shift))).toEqual(vector);
  }));
});

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { meanExposure, weighExposure } from "./exposure";
import { countFrequency, measureBy } from "./frequency";
import type { MatchOrganisation } from "./organisation";
import { comparePair, suggestPartners } from "./suggest";

describe("weighExposure", () => {
  test.each<[number, number, number]>([[0, 0, 1], [5, 5, 1], [0, 7, 1.1], [7, 0, 0.9], [3, 1, 0.95], [1, 3, 1.05]])("shown to %i of a mean of %i: %f", (shownTo, mean, factor) => {
    expect(weighExposure(shownTo, mean)).toBeCloseTo(factor, 10);
  });

  test("stays between 0.9 and 1.1, and falls with every showing", () => {
    fc.assert(fc.property(fc.nat(1e6), fc.double({ min: 0, max: 1e6, noNaN: true }), (shownTo, mean) => {
      const factor = weighExposure(shownTo, mean);
      expect(factor).toBeGreaterThanOrEqual(0.9 - 1e-9);
      expect(factor).toBeLessThanOrEqual(1.1 + 1e-9);
      expect(weighExposure(shownTo + 1, mean)).toBeLessThanOrEqual(factor);
    }));
  });

  test("the mean is of those who say it", () => {
    expect([meanExposure([]), meanExposure([{}, { shownTo: 2 }, { shownTo: 4 }])]).toEqual([0, 3]);
  });
});

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const services = ["translation", "geodata", "training", "networks", "custom_software", "data_analytics", "online_marketing", "it_support", "voice_and_sound", "sensors_and_metering"];

/** Organisations that offer and need what is popular more often than what is not. */
function generate(count: number, seed: number): MatchOrganisation[] {
  const random = randomFrom(seed);
  const choose = () => services[Math.floor(random() ** 2 * services.length)] ?? "translation";
  return Array.from({ length: count }, (_, index): MatchOrganisation => {
    const statements = (["need", "need", "offer", "offer"] as const).map((direction, place) => ({
      id: `${index}-${place}`, direction, fields: [...new Set([choose(), choose(), choose()].slice(0, 1 + Math.floor(random() * 3)))],
    }));
    return { id: String(index).padStart(3, "0"), country: index % 2 === 0 ? "PL" : "DE", languages: [random() < 0.7 ? "en" : "pl"], statements };
  });
}

const listLength = 8;

/** Everybody opens the list of suggestions, in an order by chance, several times over. */
function simulate(isFair: boolean) {
  const organisations = generate(200, 7);
  const measure = measureBy(countFrequency(organisations));
  const random = randomFrom(11);
  const viewers = new Map(organisations.map(({ id }) => [id, new Set<string>()]));
  const scores: number[] = [];
  let groundless = 0;
  for (const own of [1, 2, 3].flatMap(() => organisations.map((each) => ({ each, at: random() })).toSorted((a, b) => a.at - b.at).map(({ each }) => each))) {
    const countOf = (id: string) => (viewers.get(id)?.size ?? 0) - (viewers.get(id)?.has(own.id) ? 1 : 0);
    const others = organisations.map((other) => (isFair ? { ...other, shownTo: countOf(other.id) } : other));
    for (const { organisationId } of suggestPartners(own, others, listLength, measure)) {
      const plain = organisations.find(({ id }) => id === organisationId);
      const pair = plain ? comparePair(own, plain, measure) : { score: 0, reasons: [] };
      if (pair.reasons.length === 0) groundless += 1;
      scores.push(pair.score);
      viewers.get(organisationId)?.add(own.id);
    }
  }
  const shown = [...viewers.values()].map(({ size }) => size);
  const mean = shown.reduce((sum, size) => sum + size, 0) / shown.length;
  return {
    groundless,
    range: Math.max(...shown) - Math.min(...shown),
    deviation: Math.sqrt(shown.reduce((sum, size) => sum + (size - mean) ** 2, 0) / shown.length),
    unseen: shown.filter((size) => size === 0).length,
    score: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
}

describe("200 organisations that look at their suggestions again and again", () => {
  let plain: ReturnType<typeof simulate>;
  let fair: ReturnType<typeof simulate>;
  beforeAll(() => {
    [plain, fair] = [simulate(false), simulate(true)];
  });

  test("are shown more evenly than without a fair share", () => {
    expect(fair.range).toBeLessThan(plain.range);
    expect(fair.deviation).toBeLessThan(plain.deviation);
    expect(fair.unseen).toBeLessThanOrEqual(plain.unseen);
  });

  test("are never shown anybody without a reason", () => {
    expect([plain.groundless, fair.groundless]).toEqual([0, 0]);
  });

  test("give up little of what fits", () => {
    expect(fair.score).toBeGreaterThan(0.99 * plain.score);
  });

  test("see the order of before where all were shown alike", () => {
    const organisations = generate(30, 3);
    const [own] = organisations;
    if (!own) throw new Error("nobody");
    const alike = organisations.map((other) => ({ ...other, shownTo: 4 }));
    expect(suggestPartners(own, alike, 20)).toEqual(suggestPartners(own, organisations, 20));
  });
});

import { expect, test } from "vitest";
import { answerRate, expectMeetings } from "./rules";

const requests = { all: 0, pending: 0, accepted: 0, declined: 0, withdrawn: 0, expired: 0 };

test.each([
  { about: "nothing has ended", given: { pending: 4, withdrawn: 2 }, expected: null },
  { about: "all are answered", given: { accepted: 2, declined: 1 }, expected: 1 },
  { about: "one of four was left", given: { accepted: 2, declined: 1, expired: 1, pending: 9 }, expected: 0.75 },
  { about: "none was answered", given: { expired: 3 }, expected: 0 },
])("the answer rate where $about", ({ given, expected }) => {
  expect(answerRate({ ...requests, ...given })).toBe(expected);
});

test.each([
  { given: { pending: 10 }, agreed: 3, expected: 3 },
  { given: { pending: 10, accepted: 2, declined: 1, expired: 1 }, agreed: 3, expected: 8 },
  { given: { pending: 0, accepted: 2, declined: 2 }, agreed: 2, expected: 2 },
])("expected meetings: $given, $agreed agreed", ({ given, agreed, expected }) => {
  const counts = { requests: { ...requests, ...given }, meetings: { agreed, requested: 0, paired: 0 }, registrations: { all: 0, approved: 0, pending: 0, waiting: 0 }, organisations: 0, places: 0 };
  expect(expectMeetings(counts)).toBe(expected);
});

import { expect, test } from "vitest";
import { type MailKind, mailStates } from "@/domain/mail/schema";
import { outboxPath, outboxQuery, resendableState } from "./rules";
import { outboxFiltersSchema } from "./schema";

test("an address says the filters, and any change leads to the first page", () => {
  const filters = outboxFiltersSchema.parse({ state: "dead", kind: "event_link", to: " Anna@ ", page: "3" });
  expect(filters).toEqual({ state: "dead", kind: "event_link", to: "anna@", page: 3 });
  expect(outboxQuery(filters)).toBe("?state=dead&kind=event_link&to=anna%40");
  expect(outboxQuery(filters, { page: 2 })).toBe("?state=dead&kind=event_link&to=anna%40&page=2");
  expect(outboxQuery(filters, { state: undefined })).toBe("?kind=event_link&to=anna%40");
  expect(outboxQuery(outboxFiltersSchema.parse({}))).toBe("");
});

test.each([
  { state: "lost" }, { kind: "sign_in" }, { kind: "__proto__" }, { to: "\u0000" }, { to: ["a", "b"] }, { to: "\uD800" }, { page: "-1" }, { page: "1e99" },
])("anything odd filters nothing: %o", (odd) => {
  expect(outboxFiltersSchema.parse(odd)).toEqual({ to: "", page: 1 });
});

test("a programme and each event have an outbox of their own", () => {
  expect([outboxPath(undefined), outboxPath("spring")]).toEqual(["/moderation/outbox", "/moderation/spring/outbox"]);
});

test("what is on its way, out of date, secret or told to a calendar is not sent again", () => {
  const answers = (kind: MailKind) => mailStates.map((state) => resendableState({ kind, state, to: "anna@mail.example" }));
  expect(mailStates).toEqual(["queued", "sending", "sent", "failed", "dead", "outdated", "suppressed", "unwanted"]);
  expect(answers("event_link")).toEqual([null, null, "sent", "failed", "dead", null, "suppressed", null]);
  expect(answers("calendar_meeting")).toEqual([null, null, null, "failed", "dead", null, "suppressed", null]);
  expect(mailStates.map((state) => resendableState({ kind: "event_link", state, to: "" }))).toEqual(mailStates.map(() => null));
  expect(answers("event_interest")).toEqual([null, null, null, null, null, null, null, null]);
});

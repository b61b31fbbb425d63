import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

const complete = {
  DATABASE_URL: "postgresql://pomost:secret@localhost:5432/pomost",
  SMTP_URL: "smtp://localhost:25",
  APP_URL: "https://pomost.example/",
  MAIL_FROM: "Pomost <portal@pomost.example>",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
};

test("a complete environment is read, with defaults", () => {
  expect(parseEnv(complete)).toMatchObject({ APP_URL: "https://pomost.example", DEMO: "0", TRUST_PROXY: "0", NODE_ENV: "production" });
});

test.each(Object.keys(complete))("%s missing or empty is named", (name) => {
  const { [name as keyof typeof complete]: _left, ...others } = complete;
  expect(() => parseEnv(others)).toThrow(`${name}: is missing`);
  expect(() => parseEnv({ ...others, [name]: "" })).toThrow(`${name}: is missing`);
});

test.each([
  ["DATABASE_URL", "mysql://localhost/pomost"],
  ["DATABASE_URL", "nonsense"],
  ["SMTP_URL", "http://localhost"],
  ["APP_URL", "pomost.example"],
  ["APP_URL", "javascript:alert(1)"],
  ["AUTH_SECRET", "short"],
  ["MAIL_FROM", "a"],
  ["DEMO", "yes"],
  ["TRUST_PROXY", "true"],
  ["LOG_LEVEL", "loud"],
  ["OIDC_ISSUER", "issuer"],
  ["EMBEDDINGS_URL", "embed.example"],
  ["EMBEDDINGS_URL", "https://name:word@embed.example/v1"],
  ["EMBEDDINGS_URL", "https://embed.example/v1?key=1"],
  ["EMBEDDINGS_KEY", "two words"],
  ["EMBEDDINGS_PREFIXES", "e6"],
  ["EMBEDDINGS_FLOOR", "1"],
])("%s=%s is named, and its value is not shown", (name, value) => {
  expect(() => parseEnv({ ...complete, [name]: value })).toThrow(new RegExp(`^Environment .*\\n {2}${name}: `));
  expect(() => parseEnv({ ...complete, [name]: `${value}-tell-nobody` })).not.toThrow("tell-nobody");
});

test("everything that is wrong is named at once", () => {
  expect(() => parseEnv({})).toThrow(/DATABASE_URL[^]*SMTP_URL[^]*APP_URL[^]*MAIL_FROM[^]*AUTH_SECRET/);
});

test("an issuer is named with its client, or not at all", () => {
  const issuer = { OIDC_ISSUER: "https://id.example" };
  expect(() => parseEnv({ ...complete, ...issuer })).toThrow("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET");
  expect(parseEnv({ ...complete, ...issuer, OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" }).OIDC_ISSUER).toBe("https://id.example");
});

describe("the embedding service", () => {
  const service = { EMBEDDINGS_URL: "https://embed.example/v1/", EMBEDDINGS_MODEL: "intfloat/multilingual-e5-small" };

  test("is off where nothing of it is set", () => {
    const { EMBEDDINGS_URL, EMBEDDINGS_MODEL, EMBEDDINGS_KEY } = parseEnv(complete);
    expect([EMBEDDINGS_URL, EMBEDDINGS_MODEL, EMBEDDINGS_KEY]).toEqual([undefined, undefined, undefined]);
  });

  test("is read with its defaults", () => {
    expect(parseEnv({ ...complete, ...service })).toMatchObject({ EMBEDDINGS_URL: "https://embed.example/v1", EMBEDDINGS_PREFIXES: "e5", EMBEDDINGS_FLOOR: 0.75 });
    expect(parseEnv({ ...complete, ...service, EMBEDDINGS_FLOOR: "0.3", EMBEDDINGS_PREFIXES: "none" })).toMatchObject({ EMBEDDINGS_FLOOR: 0.3, EMBEDDINGS_PREFIXES: "none" });
  });

  test.each([
    ["EMBEDDINGS_MODEL", { EMBEDDINGS_URL: service.EMBEDDINGS_URL }],
    ["EMBEDDINGS_URL", { EMBEDDINGS_MODEL: service.EMBEDDINGS_MODEL }],
    ["EMBEDDINGS_URL", { EMBEDDINGS_KEY: "tell-nobody" }],
  ])("set in part names %s", (name, part) => {
    expect(() => parseEnv({ ...complete, ...part })).toThrow(`${name} is needed too`);
    expect(() => parseEnv({ ...complete, ...part })).not.toThrow("tell-nobody");
  });
});

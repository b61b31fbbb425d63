import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { freePort, takePort } from "./ports";

afterEach(() => vi.unstubAllEnvs());

test("a taken port is said, and how to choose another", async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await expect(takePort("MAIL_PORT", port)).rejects.toThrow(`Port ${port} is taken. Choose another one: MAIL_PORT=${port + 1}`);
  await new Promise((resolve) => server.close(resolve));
  expect(await takePort("MAIL_PORT", port)).toBe(port);
});

test("the variable goes before the usual port, and has to be one", async () => {
  const port = await freePort();
  vi.stubEnv("MAIL_PORT", String(port));
  expect(await takePort("MAIL_PORT", 1)).toBe(port);
  vi.stubEnv("MAIL_PORT", "many");
  await expect(takePort("MAIL_PORT", 1)).rejects.toThrow("MAIL_PORT is not a port: many");
});

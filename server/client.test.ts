import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { believeSockets } from "./client";

test("without a proxy, a client's own X-Forwarded-For is overwritten before anything reads it", async () => {
  const server = createServer((request, response) => response.end(String(request.headers["x-forwarded-for"])));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const ask = async () => (await fetch(`http://127.0.0.1:${port}`, { headers: { "x-forwarded-for": "192.0.2.1, 192.0.2.2" } })).text();
  expect(await ask()).toBe("192.0.2.1, 192.0.2.2");
  believeSockets();
  expect(await ask()).toBe("127.0.0.1");
  server.close();
});
